package org.florin.adapters.copybook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LayoutsTest {

  /** Request and reply of the payment queue: our own copybook, in no reference. */
  private static final int PAYMENT_QUEUE_LAYOUTS = 2;

  private static final Map<String, String> NAMES_IN_REFERENCE = new LinkedHashMap<>();

  static {
    NAMES_IN_REFERENCE.put("account (VSAM", "account");
    NAMES_IN_REFERENCE.put("card (KSDS", "card");
    NAMES_IN_REFERENCE.put("customer (KSDS", "customer");
    NAMES_IN_REFERENCE.put("card cross reference (KSDS", "card-cross-reference");
    NAMES_IN_REFERENCE.put("transaction and daily", "transaction");
    NAMES_IN_REFERENCE.put("daily reject", "daily-reject");
    NAMES_IN_REFERENCE.put("transaction category balance (KSDS", "category-balance");
    NAMES_IN_REFERENCE.put("disclosure group", "disclosure-group");
    NAMES_IN_REFERENCE.put("transaction type (KSDS", "transaction-type");
    NAMES_IN_REFERENCE.put("transaction category (KSDS", "transaction-category");
    NAMES_IN_REFERENCE.put("user security", "user-security");
    NAMES_IN_REFERENCE.put("export C", "export-customer");
    NAMES_IN_REFERENCE.put("export A", "export-account");
    NAMES_IN_REFERENCE.put("export X", "export-cross-reference");
    NAMES_IN_REFERENCE.put("export T", "export-transaction");
    NAMES_IN_REFERENCE.put("export D", "export-card");
    NAMES_IN_REFERENCE.put("IMS summary", "pending-authorization-summary");
    NAMES_IN_REFERENCE.put("IMS detail", "pending-authorization-detail");
  }

  @Test
  void every_layout_covers_its_record() {
    assertEquals(NAMES_IN_REFERENCE.size() + PAYMENT_QUEUE_LAYOUTS, Layouts.all().size());
    for (Layout layout : Layouts.all()) {
      int length = layout.fields().stream().mapToInt(field -> field.picture().length()).sum();
      assertEquals(layout.recordLength(), length, layout.name());
    }
    assertEquals(36, Layouts.CROSS_REFERENCE.textLength());
    assertEquals(300, Layouts.ACCOUNT.textLength());
  }

  @Test
  void layouts_agree_field_by_field_with_the_reference_table() throws IOException {
    Optional<Path> table = SharedFolder.find("spec/legacy-layouts.csv");
    Map<String, List<String>> expected = new LinkedHashMap<>();
    if (table.isPresent()) {
      for (String line : Files.readAllLines(table.get())) {
        addReferenceRow(expected, cells(line));
      }
      assertEquals(NAMES_IN_REFERENCE.size(), expected.size());
    }
    for (Map.Entry<String, List<String>> entry : expected.entrySet()) {
      assertEquals(entry.getValue(), described(Layouts.named(entry.getKey())), entry.getKey());
    }
  }

  private static void addReferenceRow(Map<String, List<String>> rows, List<String> cells) {
    for (Map.Entry<String, String> name : NAMES_IN_REFERENCE.entrySet()) {
      if (cells.get(0).startsWith(name.getKey())) {
        rows.computeIfAbsent(name.getValue(), key -> new ArrayList<>())
            .add(
                cells.get(1)
                    + " "
                    + cells.get(3)
                    + " "
                    + cells.get(5)
                    + " "
                    + form(cells.get(6), cells.get(7)));
      }
    }
  }

  private static String form(String picture, String usage) {
    Picture parsed = Picture.parse(picture);
    boolean text = parsed.usage() == Picture.Usage.TEXT;
    boolean numeric = usage.startsWith("zoned") || usage.startsWith("packed");
    assertTrue(!text || !numeric, picture + " is not " + usage);
    return (text ? "TEXT" : parsed.usage() + (parsed.signed() ? " signed" : ""))
        + " "
        + parsed.digits()
        + " "
        + parsed.scale()
        + " x"
        + parsed.occurs();
  }

  private static List<String> described(Layout layout) {
    List<String> rows = new ArrayList<>();
    for (Field field : layout.fields()) {
      Picture picture = field.picture();
      boolean text = picture.usage() == Picture.Usage.TEXT || picture.usage() == Picture.Usage.RAW;
      rows.add(
          layout.recordLength()
              + " "
              + field.offset()
              + " "
              + picture.length()
              + " "
              + (text ? "TEXT" : picture.usage() + (picture.signed() ? " signed" : ""))
              + " "
              + picture.digits()
              + " "
              + picture.scale()
              + " x"
              + picture.occurs());
    }
    return rows;
  }

  private static List<String> cells(String line) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (char character : line.toCharArray()) {
      if (character == '"') {
        quoted = !quoted;
      } else if (character == ',' && !quoted) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else {
        cell.append(character);
      }
    }
    cells.add(cell.toString());
    return cells;
  }

  @Test
  void a_layout_with_a_hole_or_a_repeated_name_is_refused() {
    Field first = new Field("first", 0, Picture.parse("X(4)"));
    Field late = new Field("second", 5, Picture.parse("X"));
    Field again = new Field("first", 4, Picture.parse("X"));
    assertThrows(
        IllegalArgumentException.class, () -> new Layout("hole", 6, 6, List.of(first, late)));
    assertThrows(
        IllegalArgumentException.class, () -> new Layout("twice", 5, 5, List.of(first, again)));
    assertThrows(IllegalArgumentException.class, () -> new Layout("short", 9, 9, List.of(first)));
  }

  @Test
  void pictures_give_lengths_as_the_mainframe_counts_them() {
    Map<String, Integer> lengths =
        Map.of(
            "X",
            1,
            "X(25)",
            25,
            "9(11)",
            11,
            "S9(10)V99",
            12,
            "S9(10)V99 COMP-3",
            7,
            "9(3) COMP-3",
            2,
            "9(9) COMP",
            4,
            "S9(10)V99 COMP",
            8,
            "S9(4) COMP",
            2,
            "X(2) x5",
            10);
    lengths.forEach(
        (picture, length) ->
            assertEquals(
                length, Picture.parse(picture).length(), picture.toLowerCase(Locale.ROOT)));
    assertThrows(IllegalArgumentException.class, () -> Picture.parse("Z(9)"));
    assertThrows(IllegalArgumentException.class, () -> Picture.parse("9(19)"));
  }
}
