package org.florin.adapters.openhtmltopdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.florin.statements.SampleStatement;
import org.junit.jupiter.api.Test;

class OpenHtmlToPdfPrinterTest {

  @Test
  void statement_conforms_to_pdf_ua() throws Exception {
    assertEquals(
        List.of(),
        AccessibilityCheck.faults(new OpenHtmlToPdfPrinter().print(SampleStatement.page())));
  }

  @Test
  void statement_is_tagged_and_reads_back() throws IOException {
    byte[] pdf = new OpenHtmlToPdfPrinter().print(SampleStatement.page());
    Files.write(Path.of("target/statement.pdf"), pdf);

    try (var document = Loader.loadPDF(pdf)) {
      var catalog = document.getDocumentCatalog();
      assertTrue(catalog.getMarkInfo().isMarked());
      assertNotNull(catalog.getStructureTreeRoot());
      assertEquals("en-US", catalog.getLanguage());
      assertTrue(catalog.getViewerPreferences().displayDocTitle());
      assertTrue(new String(catalog.getMetadata().toByteArray()).contains("pdfuaid"));
      var text = new PDFTextStripper().getText(document);
      assertTrue(text.contains("$1,000.00"), text);
      assertTrue(text.contains("Minimum payment due"), text);
      for (var page : document.getPages()) {
        for (var font : page.getResources().getFontNames()) {
          assertTrue(page.getResources().getFont(font).isEmbedded(), font.getName());
        }
      }
    }
  }
}
