package org.florin.reports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.stream.JsonGenerator;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.florin.platform.json.JsonParts;

/** Prints reports as one JSON object; amounts are minor units. */
@ApplicationScoped
class JsonReportPrinter implements ReportPrinter {

  @Override
  public ReportForm form() {
    return ReportForm.JSON;
  }

  @Override
  public Sheet begin(ReportHeading heading, OutputStream target) {
    Writer writer = new BufferedWriter(new OutputStreamWriter(target, StandardCharsets.UTF_8));
    JsonGenerator json = JsonParts.write(writer);
    json.writeStartObject()
        .write("object", "report")
        .write("report", heading.report().code())
        .write("title", heading.report().title())
        .write("from", heading.from().toString())
        .write("to", heading.to().toString())
        .writeStartArray("lines");
    return new Sheet() {
      @Override
      public void print(ReportLine line) {
        write(json, heading.report(), line);
      }

      @Override
      public void finish() throws IOException {
        json.writeEnd().writeEnd().flush();
        writer.flush();
      }
    };
  }

  private static void write(JsonGenerator json, StandardReport report, ReportLine line) {
    json.writeStartObject().write("line", line.code());
    for (int index = 0; index < line.cells().size(); index++) {
      String code = report.columns().get(index).code();
      switch (line.cells().get(index)) {
        case ReportCell.Text text -> json.write(code, text.value());
        case ReportCell.Day day -> json.write(code, day.value().toString());
        case ReportCell.Count count -> json.write(code, count.value());
        case ReportCell.Amount amount -> json.write(code, amount.value().minor());
        case ReportCell.Share share ->
            json.write(code, share.percent().map(BigDecimal::toPlainString).orElse(""));
      }
    }
    json.writeEnd();
  }
}
