package org.florin.adapters.mainframe.parallel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.florin.adapters.mainframe.parallel.RecordSorter.Stretch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordSorterTest {

  @TempDir Path scratch;

  @Test
  void records_come_in_order_and_equal_ones_as_they_were() throws IOException {
    for (long seed = 0; seed < 20; seed++) {
      Random random = new Random(seed);
      int count = random.nextInt(500);
      List<String> sorted = new ArrayList<>();
      try (RecordSorter sorter = new RecordSorter(scratch, 8, 64, new Stretch(0, 1))) {
        for (int number = 0; number < count; number++) {
          byte[] record = ByteBuffer.allocate(8).putInt(4, number).array();
          record[0] = (byte) random.nextInt(256);
          sorter.add(record);
        }
        sorter.drainTo(
            record ->
                sorted.add(
                    String.format(
                        "%03d %06d", record[0] & 0xff, ByteBuffer.wrap(record).getInt(4))));
      }
      assertEquals(count, sorted.size(), "seed " + seed);
      assertEquals(sorted.stream().sorted().toList(), sorted, "seed " + seed);
      try (Stream<Path> left = Files.list(scratch)) {
        assertEquals(0, left.count());
      }
    }
  }
}
