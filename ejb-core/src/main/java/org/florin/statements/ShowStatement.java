package org.florin.statements;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;
import org.florin.kernel.StatementId;

/** Shows a statement to people. What was shown once is kept and shown again, byte for byte. */
@Stateless
public class ShowStatement {

  private static final String HTML = "text/html";
  private static final String PDF = "application/pdf";

  @Inject Statements statements;
  @Inject StatementPrinter printer;

  /** The statement as a page in UTF-8; empty if there is none with that id. */
  public Optional<byte[]> html(StatementId id) {
    return shown(
        id,
        HTML,
        statement -> StatementPage.of(statement.document()).getBytes(StandardCharsets.UTF_8));
  }

  /** The statement as an accessible PDF; empty if there is none with that id. */
  public Optional<byte[]> pdf(StatementId id) {
    return shown(
        id,
        PDF,
        statement ->
            printer.print(new String(html(statement.id()).orElseThrow(), StandardCharsets.UTF_8)));
  }

  private Optional<byte[]> shown(
      StatementId id, String mediaType, Function<StatementView, byte[]> make) {
    return statements
        .rendition(id, mediaType)
        .or(
            () ->
                statements
                    .find(id)
                    .flatMap(
                        statement -> {
                          statements.keepRendition(id, mediaType, make.apply(statement));
                          // Somebody may have been faster: theirs is the one that is kept.
                          return statements.rendition(id, mediaType);
                        }));
  }
}
