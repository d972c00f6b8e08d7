package org.florin.adapters.mainframe.parallel;

import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.florin.adapters.copybook.Layouts;
import org.florin.adapters.mainframe.parallel.OutputFolder.OutputFile;
import org.florin.adapters.mainframe.parallel.RecordSorter.Stretch;
import org.florin.adapters.mainframe.parallel.RecordSource.Found;

/**
 * Sorts posted and interest transactions into one file by id (COMBTRAN). The load into the keyed
 * file that follows takes the first of several records with one id.
 */
final class CombineProgram {

  static final String TRANSACTIONS = "TRANSACT.COMBINED";

  private final int idLength = Layouts.TRANSACTION.field("transaction-id").picture().length();
  private long read;
  private long repeated;
  private byte[] before = new byte[0];

  Ending run(List<RecordSource> sources, OutputFolder folder) throws IOException {
    int length = Layouts.TRANSACTION.recordLength();
    try (RecordSorter sorter =
            new RecordSorter(
                folder.path(), length, RecordSorter.PART_LENGTH, new Stretch(0, idLength));
        OutputFile target = folder.begin(TRANSACTIONS, length)) {
      for (RecordSource source : sources) {
        for (Optional<Found> next = source.next(); next.isPresent(); next = source.next()) {
          sorter.add(next.get().image().bytes());
        }
      }
      sorter.drainTo(record -> load(record, target));
      target.finish();
    }
    Map<String, Long> figures = new LinkedHashMap<>();
    figures.put("read", read);
    figures.put("repeated", repeated);
    return new Ending.Completed(repeated == 0 ? 0 : 4, figures);
  }

  private void load(byte[] record, OutputFile target) throws IOException {
    read++;
    byte[] id = Arrays.copyOf(record, idLength);
    if (Arrays.equals(id, before)) {
      repeated++;
      return;
    }
    before = id;
    target.add(record);
  }
}
