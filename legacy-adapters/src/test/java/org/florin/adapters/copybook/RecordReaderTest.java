package org.florin.adapters.copybook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.florin.adapters.copybook.RecordReader.Step;
import org.junit.jupiter.api.Test;

class RecordReaderTest {

  private static final Layout THREE =
      new Layout("three", 3, 2, List.of(new Field("value", 0, Picture.parse("X(3)"))));

  private static List<Step> steps(RecordReader reader) throws IOException {
    List<Step> steps = new ArrayList<>();
    Step step;
    do {
      step = reader.next();
      steps.add(step);
    } while (step instanceof Step.Found);
    return steps;
  }

  private static ByteArrayInputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII));
  }

  private static String text(Step step) {
    return new String(assertInstanceOf(Step.Found.class, step).bytes(), StandardCharsets.US_ASCII);
  }

  @Test
  void reads_lines_with_mixed_ends_and_a_last_line_without_one() throws IOException {
    List<Step> steps = steps(RecordReader.lines(bytes("abc\r\ndef\nghi\r\njkl"), THREE));
    assertEquals(
        List.of("abc", "def", "ghi", "jkl"),
        steps.subList(0, 4).stream().map(RecordReaderTest::text).toList());
    assertEquals(new Step.End(4, 17), steps.get(4));
    assertEquals(9, assertInstanceOf(Step.Found.class, steps.get(2)).offset());
  }

  @Test
  void a_line_may_leave_the_filler_out() throws IOException {
    List<Step> steps = steps(RecordReader.lines(bytes("ab\ncd"), THREE));
    assertEquals("cd", text(steps.get(1)));
    assertEquals(new Step.End(2, 5), steps.get(2));
  }

  @Test
  void a_line_of_another_length_is_a_record_of_its_own() throws IOException {
    List<Step> steps = steps(RecordReader.lines(bytes("a\nabcdefgh\n\nabc\n"), THREE));
    assertEquals(
        List.of("a", "abcdefgh", "", "abc"),
        steps.subList(0, 4).stream().map(RecordReaderTest::text).toList());
  }

  @Test
  void an_end_inside_a_record_is_torn() throws IOException {
    assertEquals(new Step.Torn(2, 4, 1), steps(RecordReader.lines(bytes("abc\nd"), THREE)).get(1));
    assertEquals(
        new Step.Torn(2, 3, 2), steps(RecordReader.fixedLength(bytes("abcde"), THREE)).get(1));
  }

  @Test
  void goes_on_behind_records_read_before() throws IOException {
    RecordReader reader = RecordReader.fixedLength(bytes("def"), THREE).continuingAt(1, 3);
    Step.Found found = assertInstanceOf(Step.Found.class, reader.next());
    assertEquals(2, found.number());
    assertEquals(3, found.offset());
    assertEquals(6, found.nextOffset());
    assertEquals(new Step.End(2, 6), reader.next());
  }

  @Test
  void an_empty_file_has_no_records() throws IOException {
    assertEquals(new Step.End(0, 0), RecordReader.lines(bytes(""), THREE).next());
    assertEquals(new Step.End(0, 0), RecordReader.fixedLength(bytes(""), THREE).next());
  }

  @Test
  void an_endless_line_is_cut_and_not_kept_in_memory() throws IOException {
    Step step = RecordReader.lines(bytes("x".repeat(100_000) + "\nabc\n"), THREE).next();
    Step.Found found = assertInstanceOf(Step.Found.class, step);
    assertEquals(4096, found.bytes().length);
    assertEquals(100_001, found.nextOffset());
  }
}
