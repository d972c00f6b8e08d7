package org.florin.authorization.hooks;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.florin.kernel.Actor;
import org.florin.kernel.BusinessClock;
import org.florin.kernel.SystemTime;
import org.florin.platform.audit.AuditEntry;
import org.florin.platform.audit.AuditTrail;
import org.florin.products.FindProducts;

/** Says which partner a program asks; the secret that signs its questions is ours. */
@Stateless
public class ConfigureHook {

  public static final Duration BUDGET_MIN = Duration.ofMillis(50);
  public static final Duration BUDGET_MAX = Duration.ofSeconds(2);
  public static final int CALLS_MAX = 1_000;
  public static final int URL_LENGTH_MAX = 2_000;

  private static final String SECRET_PREFIX = "whsec_";
  private static final int SECRET_LENGTH_BYTES = 32;

  /**
   * @param standIn what is approved without an answer; empty declines
   * @param newSecret whether what signs questions is made anew
   */
  public record Command(
      String productCode,
      URI url,
      Duration budget,
      int callsMax,
      Optional<StandInLimits> standIn,
      boolean newSecret,
      Actor actor) {}

  /** What came of it. */
  public sealed interface Outcome {

    /**
     * Done.
     *
     * @param secret shown this once, if it is new
     */
    record Configured(PartnerHook hook, Optional<String> secret) implements Outcome {}

    /** There is no such program. */
    record UnknownProgram() implements Outcome {}

    /** The address may not be called. */
    record Refused(String why) implements Outcome {}
  }

  @Inject FindProducts products;
  @Inject BusinessClock clock;
  @Inject HookRows rows;
  @Inject HookBook book;
  @Inject HookSecrets secrets;
  @Inject PartnerCallback callback;
  @Inject AuditTrail audit;

  private final SecureRandom random = new SecureRandom();

  public Outcome handle(Command command) {
    if (products.byCode(command.productCode(), clock.businessDate()).isEmpty()) {
      return new Outcome.UnknownProgram();
    }
    var objection = objection(command);
    if (objection.isPresent()) {
      return new Outcome.Refused(objection.get());
    }
    var before = rows.lock(command.productCode());
    var secret =
        Optional.of(randomSecret()).filter(made -> command.newSecret() || before.isEmpty());
    var hook =
        new PartnerHook(
            command.productCode(),
            command.url(),
            secret
                .map(made -> secrets.seal(command.productCode(), made))
                .orElseGet(() -> before.orElseThrow().secret()),
            command.budget(),
            command.callsMax(),
            command.standIn(),
            before.map(PartnerHook::version).orElse(0L) + 1,
            SystemTime.now());
    rows.put(hook);
    book.forget();
    audit.record(
        AuditEntry.done(
            command.actor().name(),
            command.actor().channel(),
            "hook.configure",
            command.productCode(),
            words(hook) + (secret.isPresent() ? ", new secret" : "")));
    return new Outcome.Configured(hook, secret);
  }

  private Optional<String> objection(Command command) {
    if (command.budget().compareTo(BUDGET_MIN) < 0 || command.budget().compareTo(BUDGET_MAX) > 0) {
      return Optional.of("the time for an answer is 50 to 2000 ms");
    }
    if (command.callsMax() < 1 || command.callsMax() > CALLS_MAX) {
      return Optional.of("1 to " + CALLS_MAX + " questions may be open at a time");
    }
    return command.url().toString().length() > URL_LENGTH_MAX
        ? Optional.of("the address is too long")
        : callback.objectionTo(command.url());
  }

  private String randomSecret() {
    var bytes = new byte[SECRET_LENGTH_BYTES];
    random.nextBytes(bytes);
    return SECRET_PREFIX + Base64.getEncoder().encodeToString(bytes);
  }

  private static String words(PartnerHook hook) {
    return hook.url().getHost()
        + " within "
        + hook.budget().toMillis()
        + " ms, "
        + hook.callsMax()
        + " at a time, else "
        + hook.standIn()
            .map(
                limits ->
                    "stand-in up to "
                        + limits.amountMaxMinor()
                        + ", "
                        + limits.dayCountMax()
                        + " and "
                        + limits.dayAmountMaxMinor()
                        + " a day")
            .orElse("decline");
  }
}
