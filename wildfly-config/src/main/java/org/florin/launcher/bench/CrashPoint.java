package org.florin.launcher.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A named place on the way of an authorization at which the server's process halts, as {@code kill
 * -9} would end it there: moments of microseconds that random kills seldom meet. Byteman puts the
 * rule in; the product knows nothing of it.
 */
enum CrashPoint {
  AFTER_ACCOUNT_LOCK("org.florin.authorization.AuthorizationStore", "lock", "AT EXIT"),
  AFTER_HOLD_INSERT(
      "org.florin.authorization.AuthorizationStore", "insertAuthorizations", "AT EXIT"),
  AFTER_KEY_INSERT("org.florin.authorization.AuthorizationStore", "updateAccounts", "AT ENTRY"),
  AFTER_ACCOUNT_UPDATE("org.florin.authorization.AuthorizationStore", "updateAccounts", "AT EXIT"),
  AFTER_OUTBOX_INSERT("org.florin.platform.outbox.Outbox", "appendAll", "AT EXIT"),
  BEFORE_COMMIT("org.florin.authorization.AuthorizationStore", "write", "AT EXIT"),
  AFTER_COMMIT("org.florin.authorization.AuthorizationDesk", "complete", "AT ENTRY"),
  WHILE_ANSWERING("org.florin.api.authorizations.AuthorizationsResource", "response", "AT ENTRY");

  private final String type;
  private final String method;
  private final String location;

  CrashPoint(String type, String method, String location) {
    this.type = type;
    this.method = method;
    this.location = location;
  }

  /**
   * Options of a JVM that halts at this point as soon as the file is there.
   *
   * @param scratch a folder for the rule
   */
  List<String> options(Path libraries, Path scratch, Path armed) throws IOException {
    Path rule = scratch.resolve("crash-point.btm");
    Files.writeString(
        rule,
        String.join(
            "\n",
            "RULE " + name(),
            "CLASS " + type,
            "METHOD " + method,
            location,
            "BIND armed : java.io.File = new java.io.File(\"" + armed.toAbsolutePath() + "\")",
            "IF armed.exists()",
            "DO killJVM()",
            "ENDRULE",
            ""));
    Path agent = agent(libraries);
    return List.of(
        "-XX:+EnableDynamicAgentLoading",
        "-javaagent:" + agent + "=script:" + rule.toAbsolutePath() + ",boot:" + agent);
  }

  private static Path agent(Path libraries) throws IOException {
    try (Stream<Path> files = Files.list(libraries)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("byteman-"))
          .findFirst()
          .orElseThrow(() -> new IOException("no Byteman below " + libraries))
          .toAbsolutePath();
    }
  }
}
