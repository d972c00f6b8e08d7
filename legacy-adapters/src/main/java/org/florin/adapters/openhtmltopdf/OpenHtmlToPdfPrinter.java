package org.florin.adapters.openhtmltopdf;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.florin.applications.LetterPrinter;
import org.florin.statements.StatementPrinter;

/**
 * Prints with openhtmltopdf: tagged, with embedded fonts (PDF/UA). Nothing is fetched: a page that
 * names an outside address is refused.
 */
@ApplicationScoped
public class OpenHtmlToPdfPrinter implements StatementPrinter, LetterPrinter {

  private static final String FAMILY = "Liberation Sans";
  private static final int NORMAL = 400;
  private static final int BOLD = 700;

  static {
    // It would tell the standard error stream of every style sheet it reads; failures are thrown.
    XRLog.setLoggingEnabled(false);
  }

  @Override
  public byte[] print(String xhtml) {
    var pdf = new ByteArrayOutputStream();
    var builder = new PdfRendererBuilder();
    builder
        .usePdfUaAccessibility(true)
        .useFont(
            () -> font("LiberationSans-Regular.ttf"),
            FAMILY,
            NORMAL,
            PdfRendererBuilder.FontStyle.NORMAL,
            true)
        .useFont(
            () -> font("LiberationSans-Bold.ttf"),
            FAMILY,
            BOLD,
            PdfRendererBuilder.FontStyle.NORMAL,
            true)
        .useUriResolver((base, uri) -> null)
        .withHtmlContent(xhtml, null)
        .withProducer("Florin")
        .toStream(pdf);
    try {
      builder.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return pdf.toByteArray();
  }

  private static InputStream font(String file) {
    InputStream font =
        OpenHtmlToPdfPrinter.class.getClassLoader().getResourceAsStream("liberation/" + file);
    if (font == null) {
      throw new IllegalStateException("no font " + file);
    }
    return font;
  }
}
