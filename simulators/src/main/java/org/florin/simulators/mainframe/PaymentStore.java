package org.florin.simulators.mainframe;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Which payments the mainframe has processed: a file that only grows, forced to disk. */
final class PaymentStore implements AutoCloseable {
  private final Map<String, PaymentCopybook.Reply> replies = new LinkedHashMap<>();
  private final FileOutputStream file;

  PaymentStore(Path path) throws IOException {
    if (Files.exists(path)) {
      for (String line : Files.readAllLines(path, StandardCharsets.UTF_8)) {
        String[] fields = line.split("\\|", -1);
        if (fields.length == 8 && fields[7].equals("end")) {
          replies.put(
              fields[0],
              new PaymentCopybook.Reply(
                  fields[0],
                  fields[1],
                  fields[2],
                  Long.parseLong(fields[3]),
                  fields[4],
                  fields[5],
                  fields[6]));
        }
      }
    }
    this.file = new FileOutputStream(path.toFile(), true);
    this.file.write('\n');
  }

  synchronized Optional<PaymentCopybook.Reply> find(String paymentId) {
    return Optional.ofNullable(replies.get(paymentId));
  }

  synchronized int count() {
    return replies.size();
  }

  synchronized void add(PaymentCopybook.Reply reply) throws IOException {
    String line =
        String.join(
            "|",
            reply.paymentId(),
            reply.status(),
            reply.reason(),
            Long.toString(reply.amountMinor()),
            reply.currency(),
            reply.processed(),
            reply.reference(),
            "end\n");
    file.write(line.getBytes(StandardCharsets.UTF_8));
    file.getFD().sync();
    replies.put(reply.paymentId(), reply);
  }

  @Override
  public synchronized void close() {
    try {
      file.close();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
