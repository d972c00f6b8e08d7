package org.florin.portal.reports;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import org.florin.portal.format.Messages;
import org.florin.reports.ReportAnswer;
import org.omnifaces.util.Faces;

/** Hands out reports as files, or says why not. */
@ApplicationScoped
class ReportDownload {

  void send(ReportAnswer answer) throws IOException {
    switch (answer) {
      case ReportAnswer.Document document -> {
        try (var content = document.content()) {
          Faces.sendFile(content, document.fileName(), true);
        }
      }
      case ReportAnswer.TooLong tooLong ->
          Messages.failed(
              "More than "
                  + tooLong.rowsMax()
                  + " rows are not printed as PDF. Take CSV or the spreadsheet.");
      case ReportAnswer.NotInThatForm ignored ->
          Messages.failed("The report is not printed in that form.");
    }
  }
}
