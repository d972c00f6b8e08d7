package org.florin.disputes;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.florin.kernel.Actor;
import org.florin.kernel.BusinessClock;
import org.florin.kernel.DisputeId;
import org.florin.kernel.EvidenceId;
import org.florin.platform.audit.AuditEntry;
import org.florin.platform.audit.AuditTrail;

/** Puts a file to a dispute. The same content again is the file that is there already. */
@Stateless
public class AddEvidence {

  /** Most characters of a file's name. */
  public static final int NAME_LENGTH_MAX = 120;

  /** The caller has made sure that the dispute is one of its own. */
  public record Command(DisputeId dispute, String name, byte[] content, Actor actor) {}

  /** What became of it. */
  public sealed interface Outcome {

    /** It is kept. */
    record Kept(EvidenceView evidence) implements Outcome {}

    /** It isn't. */
    record Refused(String why) implements Outcome {}
  }

  @Inject DisputeDesk desk;
  @Inject Evidences evidences;
  @Inject DisputeSettings settings;
  @Inject BusinessClock clock;
  @Inject AuditTrail audit;

  /** Most bytes a file may have. */
  public int bytesMax() {
    return settings.evidenceBytesMax();
  }

  public Outcome handle(Command command) {
    var mediaType = EvidencePolicy.mediaType(command.content());
    var dispute = desk.lock(command.dispute()).filter(found -> found.state().isOpen());
    if (dispute.isEmpty()) {
      return new Outcome.Refused("There is no open dispute of that id.");
    }
    if (mediaType.isEmpty()) {
      return new Outcome.Refused("Evidence is a PDF, PNG or JPEG file.");
    }
    if (command.content().length > settings.evidenceBytesMax()) {
      return new Outcome.Refused(
          "A file has at most " + settings.evidenceBytesMax() / 1024 / 1024 + " MiB.");
    }
    return keep(command, mediaType.get(), evidences.ofDispute(command.dispute()));
  }

  private Outcome keep(Command command, String mediaType, List<EvidenceView> present) {
    var sha256 = sha256(command.content());
    Optional<EvidenceView> same =
        present.stream().filter(each -> each.sha256().equals(sha256)).findFirst();
    if (same.isPresent()) {
      return new Outcome.Kept(same.get());
    }
    if (present.size() >= settings.evidenceFilesMax()) {
      return new Outcome.Refused(
          "A dispute has at most " + settings.evidenceFilesMax() + " files.");
    }
    var evidence =
        new EvidenceView(
            EvidenceId.create(),
            command.dispute(),
            command.name(),
            mediaType,
            command.content().length,
            sha256,
            clock.now());
    evidences.add(evidence, command.content(), command.actor());
    audit.record(
        AuditEntry.done(
            command.actor().name(),
            command.actor().channel(),
            "dispute.evidence",
            command.dispute().toString(),
            evidence.id() + " " + mediaType));
    return new Outcome.Kept(evidence);
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
