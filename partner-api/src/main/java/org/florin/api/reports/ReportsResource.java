package org.florin.api.reports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.stream.JsonGenerator;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.florin.api.json.Downloads;
import org.florin.api.json.Ids;
import org.florin.api.json.JsonText;
import org.florin.api.json.Page;
import org.florin.api.problem.Problem;
import org.florin.api.security.Caller;
import org.florin.api.security.RequiresScope;
import org.florin.kernel.BusinessClock;
import org.florin.kernel.ReportId;
import org.florin.partners.Scope;
import org.florin.reports.ReportAnswer;
import org.florin.reports.ReportForm;
import org.florin.reports.ReportHeading;
import org.florin.reports.ShowReport;
import org.florin.reports.ShowStoredReport;
import org.florin.reports.StandardReport;
import org.florin.reports.StoredReport;
import org.jspecify.annotations.Nullable;

/** The bank's standard reports: of the books as they are, and as they were kept. */
@ApplicationScoped
@Path("/reports")
public class ReportsResource {

  private static final String CSV = "text/csv";
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  private static final String PDF = "application/pdf";
  private static final String FORMS =
      "As application/json (amounts are minor units), text/csv, a spreadsheet ("
          + XLSX
          + ") or application/pdf; transactions as text/plain too: the mainframe's print of 133"
          + " columns.";
  private static final List<Variant> VARIANTS =
      Variant.mediaTypes(
              Arrays.stream(ReportForm.values())
                  .map(form -> MediaType.valueOf(form.mediaType()))
                  .toArray(MediaType[]::new))
          .build();

  @Inject Caller caller;
  @Inject ShowReport show;
  @Inject ShowStoredReport showStored;
  @Inject BusinessClock clock;

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @RequiresScope(Scope.REPORTS_READ)
  @Operation(operationId = "listReports", summary = "The reports there are")
  public String list() {
    return JsonText.write(
        json -> {
          json.writeStartArray("data");
          for (StandardReport report : StandardReport.values()) {
            json.writeStartObject()
                .write("report", report.code())
                .write("title", report.title())
                .write("description", report.description())
                .writeStartArray("columns");
            report.columns().forEach(column -> json.write(column.code()));
            json.writeEnd().writeEnd();
          }
          json.writeEnd().write("has_more", false).writeNull("next_cursor");
        });
  }

  @GET
  @Path("/{name}")
  @Produces({MediaType.APPLICATION_JSON, CSV, XLSX, PDF, MediaType.TEXT_PLAIN})
  @RequiresScope(Scope.REPORTS_READ)
  @Operation(
      operationId = "readReports",
      summary = "A report of the books as they are now",
      description = FORMS + " Days from 'from' to 'to'; without them the business date.")
  public Response read(
      @PathParam("name") String name,
      @QueryParam("from") @Nullable String from,
      @QueryParam("to") @Nullable String to,
      @Context Request request) {
    var report = StandardReport.ofCode(name).orElseThrow(Problem::notFound);
    var heading = heading(report, from, to);
    return answer(show.handle(new ShowReport.Command(heading, form(request), caller.actor())));
  }

  @GET
  @Path("/stored")
  @Produces(MediaType.APPLICATION_JSON)
  @RequiresScope(Scope.REPORTS_READ)
  @Operation(
      operationId = "listStoredReports",
      summary = "Reports as they were kept behind the close of their last day",
      description = "Latest first. 'report': only of that name.")
  public String listStored(
      @QueryParam("report") @Nullable String report,
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("cursor") @Nullable String cursor) {
    var entries = Page.limit(limit);
    var found =
        showStored.list(
            Page.parameter(
                "report",
                report,
                text ->
                    StandardReport.ofCode(text)
                        .orElseThrow(() -> new IllegalArgumentException(text))),
            Page.parameter("cursor", cursor, ReportId::parse),
            entries + 1);
    return Page.write(found, entries, stored -> stored.id().toString(), ReportsResource::write);
  }

  @GET
  @Path("/stored/{id}")
  @Produces({MediaType.APPLICATION_JSON, CSV, XLSX, PDF, MediaType.TEXT_PLAIN})
  @RequiresScope(Scope.REPORTS_READ)
  @Operation(
      operationId = "readStoredReports",
      summary = "A kept report",
      description = FORMS + " The same bytes for ever.")
  public Response readStored(@PathParam("id") String id, @Context Request request) {
    var command =
        new ShowStoredReport.Command(Ids.of(id, ReportId::parse), form(request), caller.actor());
    return answer(showStored.handle(command).orElseThrow(Problem::notFound));
  }

  private static Response answer(ReportAnswer answer) {
    return switch (answer) {
      case ReportAnswer.Document document ->
          Downloads.of(
              document.content(),
              document.fileName(),
              MediaType.valueOf(document.form().mediaType()));
      case ReportAnswer.TooLong tooLong ->
          throw Problem.unprocessable(
              "report_too_long",
              "More than "
                  + tooLong.rowsMax()
                  + " rows are not printed as PDF; take CSV or a spreadsheet.");
      case ReportAnswer.NotInThatForm ignored ->
          throw Problem.unprocessable(
              "not_in_that_form", "Only the report of transactions is printed as text.");
    };
  }

  /** The first form is the usual one. */
  private static ReportForm form(Request request) {
    var chosen = request.selectVariant(VARIANTS);
    return chosen == null
        ? ReportForm.JSON
        : Arrays.stream(ReportForm.values())
            .filter(form -> MediaType.valueOf(form.mediaType()).isCompatible(chosen.getMediaType()))
            .findFirst()
            .orElse(ReportForm.JSON);
  }

  private ReportHeading heading(
      StandardReport report, @Nullable String fromText, @Nullable String toText) {
    var to = Page.parameter("to", toText, ReportsResource::date).orElseGet(clock::businessDate);
    var from = Page.parameter("from", fromText, ReportsResource::date).orElse(to);
    if (from.isAfter(to)) {
      throw Problem.badRequest("invalid_parameter", "'from' is not after 'to'.");
    }
    return new ReportHeading(report, from, to);
  }

  private static LocalDate date(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static void write(JsonGenerator json, StoredReport stored) {
    json.write("id", stored.id().toString())
        .write("object", "stored_report")
        .write("report", stored.heading().report().code())
        .write("from", stored.heading().from().toString())
        .write("to", stored.heading().to().toString())
        .write("rows", stored.rows())
        .write("created_at", stored.madeAt().toString());
  }
}
