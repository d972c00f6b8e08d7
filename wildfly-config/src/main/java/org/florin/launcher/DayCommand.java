package org.florin.launcher;

import static org.florin.launcher.RunningBank.text;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;

/** Closes business dates of a running bank and shows how that goes. */
final class DayCommand {

  private static final int OK = 0;
  private static final int WRONG_USE = 2;

  /** Some accounts could not be closed. */
  private static final int WITH_EXCEPTIONS = 4;

  private static final int FAILED = 8;
  private static final Duration POLL = Duration.ofMillis(300);
  private static final String CLOCK = "/simulate/clock";
  private static final String USAGE = "usage: ./florin day close [--until DATE]";

  private final Workspace workspace;
  private final Progress progress;

  DayCommand(Workspace workspace, Progress progress) {
    this.workspace = workspace;
    this.progress = progress;
  }

  int run(List<String> words) throws IOException, InterruptedException {
    boolean next = words.equals(List.of("close"));
    boolean until =
        words.size() == 3 && words.get(0).equals("close") && words.get(1).equals("--until");
    if (!next && !until) {
      progress.print(USAGE);
      return WRONG_USE;
    }
    RunningBank bank = RunningBank.in(workspace);
    try {
      LocalDate businessDate = LocalDate.parse(text(bank.get(CLOCK), "business_date"));
      return close(bank, until ? LocalDate.parse(words.get(2)) : businessDate.plusDays(1));
    } catch (DateTimeParseException e) {
      progress.print("florin: no date: " + e.getParsedString());
      return WRONG_USE;
    }
  }

  private int close(RunningBank bank, LocalDate until) throws IOException, InterruptedException {
    order(bank, until);
    String shown = "";
    boolean withExceptions = false;
    while (true) {
      JsonObject clock = bank.get(CLOCK);
      JsonObject run = clock.getAsJsonObject("close");
      String status = text(run, "status");
      String line =
          "%s  %s  %d %% of %d accounts"
              .formatted(
                  text(run, "closes"),
                  status.replace('_', ' '),
                  run.get("progress").getAsInt(),
                  run.get("accounts").getAsLong());
      if (!line.equals(shown)) {
        progress.print(line);
        shown = line;
      }
      if (status.equals("failed") || status.equals("stopped")) {
        progress.print("florin: " + text(run, "message"));
        return FAILED;
      }
      withExceptions |= status.equals("completed_with_exceptions");
      if (status.startsWith("completed")) {
        LocalDate businessDate = LocalDate.parse(text(clock, "business_date"));
        if (!businessDate.isBefore(until)) {
          progress.print("The business date is " + businessDate + ".");
          return withExceptions ? WITH_EXCEPTIONS : OK;
        }
        if (!businessDate.isBefore(LocalDate.parse(text(run, "until")))) {
          // Somebody else's order has come to its end before ours.
          order(bank, until);
        }
      }
      Thread.sleep(POLL);
    }
  }

  private static void order(RunningBank bank, LocalDate until)
      throws IOException, InterruptedException {
    JsonObject order = new JsonObject();
    order.addProperty("until", until.toString());
    bank.post(CLOCK, order);
  }
}
