package org.florin.legacyfiles;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.florin.kernel.Actor;
import org.florin.kernel.FileId;
import org.florin.platform.jobs.JobRun;
import org.florin.platform.jobs.JobRuns;

/**
 * Queues the intake of a set of received files. The same set in the same mode is one run for ever;
 * a quarantined file keeps the whole set out.
 */
@Stateless
public class StartImport {

  /** The job's name in the batch monitor. */
  public static final String JOB = "import";

  /** Which files, by whose rules. */
  public record Command(String system, ImportMode mode, List<FileId> files, Actor actor) {}

  @Inject SystemFormats systems;
  @Inject LegacyFiles files;
  @Inject ImportRuns imports;
  @Inject JobRuns jobs;

  /** Queues the run, or says why there is nothing to do. */
  public ImportStart handle(Command command) {
    List<String> reasons = new ArrayList<>();
    if (systems.of(command.system()).isEmpty()) {
      reasons.add("no legacy system called " + command.system() + " is connected");
    }
    List<LegacyFileView> chosen = new ArrayList<>();
    for (FileId id : command.files().stream().distinct().toList()) {
      Optional<LegacyFileView> file =
          files.find(id).filter(found -> found.system().equals(command.system()));
      if (file.isEmpty()) {
        reasons.add("there is no file " + id + " of this system");
      } else if (isDamaged(file.get())) {
        reasons.add(file.get().name() + " is quarantined: " + file.get().reason().orElse(""));
      } else if (file.get().status().equals("received")) {
        chosen.add(file.get());
      }
    }
    if (reasons.isEmpty() && chosen.isEmpty()) {
      reasons.add("none of the files is part of the intake");
    }
    return reasons.isEmpty() ? start(command, inOrder(chosen)) : new ImportStart.Refused(reasons);
  }

  /** A file of the intake that must not be used; one of no known kind is merely left out. */
  private static boolean isDamaged(LegacyFileView file) {
    return file.status().equals("quarantined") && file.kind().isPresent();
  }

  private static List<LegacyFileView> inOrder(List<LegacyFileView> chosen) {
    return chosen.stream()
        .sorted(
            Comparator.comparing((LegacyFileView file) -> FileKind.ofCode(kind(file)))
                .thenComparing(LegacyFileView::sequence))
        .toList();
  }

  private static String kind(LegacyFileView file) {
    return file.kind().orElseThrow();
  }

  private ImportStart start(Command command, List<LegacyFileView> chosen) {
    String key = command.system() + " " + command.mode().code() + " " + fingerprint(chosen);
    JobRuns.Enqueued enqueued = jobs.enqueue(JOB, key, "", command.actor().name());
    if (enqueued.isNew()) {
      imports.add(enqueued.run(), command.system(), command.mode(), chosen);
      return new ImportStart.Started(enqueued.run());
    }
    JobRun known = jobs.find(enqueued.run()).orElseThrow();
    if (known.status().isRestartable()) {
      jobs.restart(known.id(), command.actor().name());
      return new ImportStart.Started(known.id());
    }
    return new ImportStart.Repeated(known.id());
  }

  /** Names the set by its contents, whatever the order they were given in. */
  private static String fingerprint(List<LegacyFileView> chosen) {
    MessageDigest digest = ReceiveFile.sha256();
    chosen.stream()
        .map(LegacyFileView::sha256)
        .sorted()
        .forEach(sha -> digest.update(sha.getBytes(StandardCharsets.US_ASCII)));
    return HexFormat.of().formatHex(digest.digest());
  }
}
