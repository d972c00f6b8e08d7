package org.florin.applications;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentPolicyTest {

  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0};

  @Test
  void a_file_is_what_its_first_bytes_say() {
    assertEquals(Optional.of("application/pdf"), type("%PDF-1.7 …"));
    assertEquals(Optional.of("image/png"), DocumentPolicy.mediaType(PNG));
    assertEquals(
        Optional.of("image/jpeg"),
        DocumentPolicy.mediaType(new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 0}));
  }

  @Test
  void anything_else_is_not_taken() {
    for (var text : new String[] {"", "%PDF", "<html>%PDF-1.7", "MZ", "<svg/>", "GIF89a"}) {
      assertEquals(Optional.empty(), type(text), text);
    }
    assertEquals(Optional.empty(), DocumentPolicy.mediaType(Arrays.copyOf(PNG, 7)));
  }

  @Test
  void five_megabytes_are_the_most() {
    var most = Arrays.copyOf(PNG, DocumentPolicy.SIZE_BYTES_MAX);
    assertEquals(Optional.of("image/png"), DocumentPolicy.mediaType(most));
    assertEquals(Optional.empty(), DocumentPolicy.mediaType(Arrays.copyOf(PNG, most.length + 1)));
  }

  @ParameterizedTest
  @CsvSource({
    "payslip.pdf, payslip.pdf",
    "../../etc/passwd, passwd",
    "C:\\me\\scan 1.png, scan 1.png",
    "<script>.pdf, _script_.pdf",
    "'', document"
  })
  void names_lose_paths_and_markup(String given, String plain) {
    assertEquals(plain, DocumentPolicy.plainName(given));
  }

  private static Optional<String> type(String content) {
    return DocumentPolicy.mediaType(content.getBytes(StandardCharsets.UTF_8));
  }
}
