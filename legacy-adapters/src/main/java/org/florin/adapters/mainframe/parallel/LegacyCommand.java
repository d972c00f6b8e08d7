package org.florin.adapters.mainframe.parallel;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.florin.adapters.copybook.RecordEncoding;
import org.florin.adapters.mainframe.FileSetGenerator;
import org.florin.kernel.SystemTime;
import org.florin.legacyfiles.ImportMode;

/** {@code ./florin legacy}: work on files of the mainframe that needs no running bank. */
public final class LegacyCommand {

  private static final int OK = 0;
  private static final int FAILED = 1;
  private static final int WRONG_USE = 2;

  private static final String HELP =
      """
      ./florin legacy run --in DIR --out DIR   computes the mainframe's day on a folder of its files
          [--mode compatible|correct]          with the programs' errors (usual) or without
          [--encoding ascii|cp037]             of the files written; usual: as the daily file comes
          [--steps post,interest,combine,report,statements,export,import]   usual: all but import
          [--post-clock 2022-06-11T10:20:30.40] [--interest-clock TIME] [--export-clock TIME]
                                               what the programs read as the time; usual: now
          [--interest-parm 2022071800]         ten characters that begin the ids of interest
          [--report-from DATE] [--report-to DATE]   usual: the days of the two clocks
          Exit code 0: all posted; 4: rejects or suspense; 8: a program stopped; 1: unreadable input

      ./florin legacy generate --out DIR       makes a complete file set, the same for the same seed
          [--records 300] [--accounts 50] [--first-account 1] [--seed 1] [--encoding ascii|cp037]
          [--unknown-cards 100] [--refunds 1667] [--duplicates 0] [--unreadable 0]
          [--expired-accounts 500]             of ten thousand
      """;

  private static final Set<String> RUN_OPTIONS =
      Set.of(
          "--in",
          "--out",
          "--mode",
          "--encoding",
          "--steps",
          "--post-clock",
          "--interest-clock",
          "--export-clock",
          "--interest-parm",
          "--report-from",
          "--report-to");

  private static final Set<String> GENERATE_OPTIONS =
      Set.of(
          "--out",
          "--records",
          "--accounts",
          "--first-account",
          "--seed",
          "--encoding",
          "--unknown-cards",
          "--refunds",
          "--duplicates",
          "--unreadable",
          "--expired-accounts");

  private final PrintStream out;
  private final long startNanos = System.nanoTime();

  private LegacyCommand(PrintStream out) {
    this.out = out;
  }

  public static void main(String[] arguments) {
    System.exit(new LegacyCommand(System.out).execute(Arrays.asList(arguments)));
  }

  /** Carries the command out, with what it has to say on the stream; the exit code. */
  static int execute(List<String> words, PrintStream out) {
    return new LegacyCommand(out).execute(words);
  }

  private int execute(List<String> words) {
    String name = words.isEmpty() ? "" : words.getFirst();
    try {
      return switch (name) {
        case "run" -> run(options(words, RUN_OPTIONS));
        case "generate" -> generate(options(words, GENERATE_OPTIONS));
        default -> {
          out.print(HELP);
          yield name.equals("help") ? OK : WRONG_USE;
        }
      };
    } catch (IllegalArgumentException | DateTimeException e) {
      out.println("florin: " + e.getMessage());
      out.print(HELP);
      return WRONG_USE;
    } catch (IOException e) {
      out.println("florin: " + e.getMessage());
      return FAILED;
    }
  }

  private static Map<String, String> options(List<String> words, Set<String> known) {
    Map<String, String> options = new TreeMap<>();
    for (int index = 1; index < words.size(); index += 2) {
      String word = words.get(index);
      if (!known.contains(word)) {
        throw new IllegalArgumentException("unknown option " + word);
      }
      if (index + 1 == words.size()) {
        throw new IllegalArgumentException(word + " needs a value");
      }
      options.put(word, words.get(index + 1));
    }
    return options;
  }

  private static String needed(Map<String, String> options, String name) {
    String value = options.get(name);
    if (value == null) {
      throw new IllegalArgumentException(name + " is needed");
    }
    return value;
  }

  private int run(Map<String, String> options) throws IOException {
    Path in = Path.of(needed(options, "--in"));
    if (!Files.isDirectory(in)) {
      throw new IllegalArgumentException("no folder " + in);
    }
    LocalDateTime now = LocalDateTime.ofInstant(SystemTime.now(), ZoneId.systemDefault());
    LocalDateTime post = clock(options, "--post-clock", now);
    LocalDateTime interest = clock(options, "--interest-clock", post);
    LocalDate earlier = post.isBefore(interest) ? post.toLocalDate() : interest.toLocalDate();
    LocalDate later = post.isBefore(interest) ? interest.toLocalDate() : post.toLocalDate();
    RunOrder order =
        new RunOrder(
            in,
            Path.of(needed(options, "--out")),
            ImportMode.ofCode(options.getOrDefault("--mode", ImportMode.COMPATIBLE.code())),
            Optional.ofNullable(options.get("--encoding")).map(LegacyCommand::isAscii),
            steps(options),
            post,
            interest,
            clock(options, "--export-clock", interest),
            options.getOrDefault(
                "--interest-parm",
                DateTimeFormatter.BASIC_ISO_DATE.format(interest.toLocalDate()) + "00"),
            date(options, "--report-from", earlier),
            date(options, "--report-to", later));
    int code = ParallelRun.of(order, this::tell);
    say("written to " + order.out() + ", with " + RunSummary.NAME + " and " + Differences.NAME);
    return code;
  }

  private static boolean isAscii(String encoding) {
    return switch (encoding) {
      case "ascii" -> true;
      case "cp037" -> false;
      default -> throw new IllegalArgumentException("an encoding is ascii or cp037");
    };
  }

  private static Set<RunStep> steps(Map<String, String> options) {
    String named = options.get("--steps");
    if (named == null) {
      return EnumSet.complementOf(EnumSet.of(RunStep.IMPORT));
    }
    Set<RunStep> steps = EnumSet.noneOf(RunStep.class);
    for (String code : named.split(",", -1)) {
      steps.add(RunStep.ofCode(code.strip()));
    }
    return steps;
  }

  private static LocalDateTime clock(
      Map<String, String> options, String name, LocalDateTime usual) {
    String text = options.get(name);
    return text == null ? usual : LocalDateTime.parse(text);
  }

  private static LocalDate date(Map<String, String> options, String name, LocalDate usual) {
    String text = options.get(name);
    return text == null ? usual : LocalDate.parse(text);
  }

  private void tell(RunStep step, Ending ending) {
    switch (ending) {
      case Ending.Completed completed ->
          say(step.code() + ": return code " + completed.returnCode() + ", " + completed.figures());
      case Ending.Abended abended ->
          say(
              step.code()
                  + ": stopped at record "
                  + abended.record()
                  + " with "
                  + abended.code()
                  + ", "
                  + abended.reason());
    }
  }

  private int generate(Map<String, String> options) throws IOException {
    Path folder = Path.of(needed(options, "--out"));
    FileSetGenerator.Rates usual = FileSetGenerator.Rates.usual();
    FileSetGenerator.Rates rates =
        new FileSetGenerator.Rates(
            Math.toIntExact(number(options, "--unknown-cards", usual.unknownCards())),
            Math.toIntExact(number(options, "--refunds", usual.refunds())),
            Math.toIntExact(number(options, "--duplicates", usual.duplicates())),
            Math.toIntExact(number(options, "--unreadable", usual.unreadable())),
            Math.toIntExact(number(options, "--expired-accounts", usual.expiredAccounts())));
    int accounts = Math.toIntExact(number(options, "--accounts", 50));
    long records = number(options, "--records", 300);
    new FileSetGenerator(
            number(options, "--seed", 1),
            Math.toIntExact(number(options, "--first-account", 1)),
            accounts,
            records,
            isAscii(options.getOrDefault("--encoding", "cp037"))
                ? RecordEncoding.ascii()
                : RecordEncoding.ebcdic(),
            rates)
        .writeTo(folder);
    say(accounts + " accounts and " + records + " daily transactions written to " + folder);
    return OK;
  }

  private static long number(Map<String, String> options, String name, long usual) {
    String text = options.get(name);
    try {
      return text == null ? usual : Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(name + " needs a number", e);
    }
  }

  private void say(String text) {
    long tenths = (System.nanoTime() - startNanos) / 100_000_000;
    out.println("[" + tenths / 10 + "." + tenths % 10 + " s] " + text);
    out.flush();
  }
}
