package org.florin.legacyfiles;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.florin.kernel.Actor;
import org.florin.kernel.FileId;
import org.florin.platform.audit.AuditEntry;
import org.florin.platform.audit.AuditTrail;

/** Answers which files came in and went out, and hands over what was written for others. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class FindLegacyFiles {

  @Inject LegacyFiles files;
  @Inject AuditTrail audit;

  public Optional<LegacyFileView> byId(FileId file) {
    return files.find(file);
  }

  /** The latest files of all systems, newest first. */
  public List<LegacyFileView> latest(int countMax) {
    return files.latest(countMax);
  }

  /** The content of a file that was written for a legacy system; received ones stay sealed. */
  @TransactionAttribute(TransactionAttributeType.REQUIRED)
  public Optional<InputStream> content(FileId file, Actor actor) {
    Optional<LegacyFileView> written =
        files.find(file).filter(found -> found.status().equals("written"));
    written.ifPresent(
        found ->
            audit.record(
                AuditEntry.done(
                    actor.name(), actor.channel(), "file.read", file.toString(), found.name())));
    return written.map(found -> LegacyContent.read(files, file, 0));
  }
}
