package org.florin.launcher;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One running bank: database, simulators and server. Used by {@code ./florin run} and by the
 * whole-system tests, which also kill and restart its parts.
 *
 * <p>Only one stack uses a state folder at a time: it holds a file lock that ends with its JVM.
 */
public final class FlorinStack implements AutoCloseable {
  private static final Gson GSON =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

  /**
   * Somebody who may sign in to the portal of the sample bank.
   *
   * @param role cardholder or a role of the bank's staff
   */
  public record DemoUser(String role, String username, String password) {}

  private final Workspace workspace;
  private final Ports ports;
  private final Progress progress;
  private final Map<String, String> settings = new LinkedHashMap<>();
  private List<String> serverOptions = List.of();
  private final ProcessBook book;
  private final Secrets secrets;
  private final FileChannel lockChannel;
  private final FileLock lock;
  private final DatabaseServer databaseServer;
  private final Schema schema;
  private final SimulatorProcess simulatorProcess;
  private final ApplicationServer applicationServer;

  private @Nullable ProcessHandle database;
  private @Nullable ProcessHandle simulators;
  private @Nullable ProcessHandle server;

  private FlorinStack(
      Workspace workspace, Ports ports, Progress progress, FileChannel channel, FileLock lock)
      throws IOException {
    this.workspace = workspace;
    this.ports = ports;
    this.progress = progress;
    this.lockChannel = channel;
    this.lock = lock;
    this.book = new ProcessBook(workspace.state());
    this.secrets = Secrets.in(workspace.state());
    this.databaseServer =
        new DatabaseServer(
            workspace, book, ports.database(), secrets.word("database.superuser", "", 32));
    this.schema = new Schema(databaseServer, secrets);
    this.simulatorProcess = new SimulatorProcess(workspace, book, ports);
    this.applicationServer = new ApplicationServer(workspace, book, ports);
  }

  /** Chooses ports once leftovers of an earlier run are gone. */
  @FunctionalInterface
  public interface PortChoice {
    Ports choose() throws IOException;
  }

  /**
   * Takes the state folder, ends what an earlier run left behind there, and prepares a stack;
   * nothing is started yet. Empty when another run holds the folder.
   */
  public static Optional<FlorinStack> claim(
      Workspace workspace, PortChoice portChoice, Progress progress) throws IOException {
    Files.createDirectories(workspace.state());
    FileChannel channel =
        FileChannel.open(
            workspace.state().resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock lock = tryLock(channel);
    if (lock == null) {
      channel.close();
      return Optional.empty();
    }
    endLeftovers(new ProcessBook(workspace.state()), progress);
    Files.deleteIfExists(workspace.runFile());
    Files.deleteIfExists(workspace.recoveryMark());
    return Optional.of(new FlorinStack(workspace, portChoice.choose(), progress, channel, lock));
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  /** Ends processes that a run recorded and did not get to end itself. */
  static void endLeftovers(ProcessBook book, Progress progress) throws IOException {
    Optional<ProcessHandle> server = book.living(ProcessBook.SERVER);
    Optional<ProcessHandle> simulators = book.living(ProcessBook.SIMULATORS);
    Optional<ProcessHandle> database = book.living(ProcessBook.DATABASE);
    if (server.isPresent()) {
      progress.say("Ending the server an earlier run left behind (" + server.get().pid() + ")");
      ApplicationServer.stop(server.get());
    }
    if (simulators.isPresent()) {
      progress.say("Ending simulators left behind (" + simulators.get().pid() + ")");
      SimulatorProcess.stop(simulators.get());
    }
    if (database.isPresent()) {
      progress.say("Ending the database left behind (" + database.get().pid() + ")");
      DatabaseServer.stop(database.get());
    }
  }

  /** Starts everything and returns when the first page is served; writes run.json. */
  public void start() throws IOException {
    simulators = simulatorProcess.launch(simulatorEnvironment());
    progress.say("Database: starting PostgreSQL on port " + ports.database());
    database = databaseServer.start();
    int migrations = schema.bringUp(workspace.ear(), workspace.state().resolve("scratch"));
    progress.say(
        "Database: ready"
            + (migrations == 0 ? ", schema up to date" : ", " + migrations + " migrations run"));
    startServer();
    simulatorProcess.awaitReady(living(simulators, "simulators"));
    writeRunFile();
  }

  /** Starts the server alone, after a kill; returns when it answers. */
  public void startServer() throws IOException {
    progress.say("Server: starting WildFly on port " + ports.http());
    ProcessHandle fresh = applicationServer.launch(serverEnvironment(), serverOptions);
    server = fresh;
    applicationServer.awaitReady(fresh);
    progress.say("Server: first page served");
    renewRunFile();
  }

  /** Starts the database alone, after a kill. */
  public void startDatabase() throws IOException {
    database = databaseServer.start();
    progress.say("Database: ready again");
    renewRunFile();
  }

  /** Starts the simulators alone, after a kill. */
  public void startSimulators() throws IOException {
    ProcessHandle fresh = simulatorProcess.launch(simulatorEnvironment());
    simulators = fresh;
    simulatorProcess.awaitReady(fresh);
    progress.say("Simulators: ready again");
    renewRunFile();
  }

  /** A part that was started again has another process id. */
  private void renewRunFile() throws IOException {
    if (Files.exists(workspace.runFile())) {
      writeRunFile();
    }
  }

  /** kill -9 of the server. */
  public void killServer() throws IOException {
    ProcessBook.end(living(server, "server"), ProcessBook.Signal.KILL, Duration.ofSeconds(10));
  }

  /** kill -9 of the database's main process; its children follow by themselves. */
  public void killDatabase() throws IOException {
    ProcessBook.end(living(database, "database"), ProcessBook.Signal.KILL, Duration.ofSeconds(10));
  }

  /** kill -9 of the simulators. */
  public void killSimulators() throws IOException {
    ProcessBook.end(
        living(simulators, "simulators"), ProcessBook.Signal.KILL, Duration.ofSeconds(10));
  }

  /** Ends the server politely: running requests finish. */
  public void stopServer() throws IOException {
    ApplicationServer.stop(living(server, "server"));
  }

  public long serverPid() {
    return living(server, "server").pid();
  }

  public long databasePid() {
    return living(database, "database").pid();
  }

  public boolean isServerAlive() {
    return server != null && server.isAlive();
  }

  boolean isDatabaseAlive() {
    return database != null && database.isAlive();
  }

  boolean areSimulatorsAlive() {
    return simulators != null && simulators.isAlive();
  }

  /** Starts every part that has died again. */
  void recover() throws IOException {
    Files.write(workspace.recoveryMark(), new byte[0]);
    Files.deleteIfExists(workspace.runFile());
    if (!isDatabaseAlive()) {
      progress.say("The database has died: starting it again");
      startDatabase();
    }
    if (!areSimulatorsAlive()) {
      progress.say("The simulators have died: starting them again");
      startSimulators();
    }
    if (!isServerAlive()) {
      progress.say("The server has died: starting it again");
      startServer();
    }
    writeRunFile();
    Files.deleteIfExists(workspace.recoveryMark());
  }

  /** Ends everything, the database last, and gives the state folder back; once. */
  @Override
  public synchronized void close() throws IOException {
    if (!lockChannel.isOpen()) {
      return;
    }
    Files.deleteIfExists(workspace.runFile());
    Files.deleteIfExists(workspace.recoveryMark());
    if (server != null && server.isAlive()) {
      progress.say("Stopping the server");
      ApplicationServer.stop(server);
    }
    book.forget(ProcessBook.SERVER);
    if (simulators != null && simulators.isAlive()) {
      progress.say("Stopping the simulators");
      SimulatorProcess.stop(simulators);
    }
    book.forget(ProcessBook.SIMULATORS);
    if (database != null && database.isAlive()) {
      progress.say("Stopping the database");
      DatabaseServer.stop(database);
    }
    book.forget(ProcessBook.DATABASE);
    lock.release();
    lockChannel.close();
  }

  public Workspace workspace() {
    return workspace;
  }

  public Ports ports() {
    return ports;
  }

  /** Address of the portal, ending in a slash. */
  public String portalUrl() {
    return "http://127.0.0.1:" + ports.http() + "/";
  }

  /** Address of the API, ending in {@code /api/v1}. */
  public String apiUrl() {
    return portalUrl() + "api/v1";
  }

  /** A sandbox API key with every scope. */
  public String apiKey() throws IOException {
    return secrets.word("sandbox.api_key", "sk_test_", 40);
  }

  public String mailboxUrl() {
    return simulatorProcess.mailbox().toString();
  }

  public String stripeSandboxUrl() {
    return simulatorProcess.stripe().toString();
  }

  public String jdbcUrl() {
    return databaseServer.url(Schema.DATABASE);
  }

  /** Name of the role that may read. */
  public String reportUser() {
    return Schema.REPORT;
  }

  public String reportPassword() throws IOException {
    return schema.password(Schema.REPORT);
  }

  /** Sets a setting of the server, by its environment name, for the next start. */
  public void set(String name, String value) {
    settings.put(name, value);
  }

  /** Sets further options of the server's JVM, for the next start. */
  public void setServerOptions(List<String> options) {
    serverOptions = List.copyOf(options);
  }

  /** The owner of the schema, for benchmarks that lay out their own tables. */
  public String ownerUser() {
    return Schema.OWNER;
  }

  public String ownerPassword() throws IOException {
    return schema.password(Schema.OWNER);
  }

  /** The key of the vault's hashes, base64, for benchmarks that lay out cards with numbers. */
  public String vaultIndexKey() throws IOException {
    return secrets.key("vault.index_key");
  }

  /** Who may sign in, with generated passwords. */
  public List<DemoUser> demoUsers() throws IOException {
    List<DemoUser> users = new ArrayList<>();
    for (String name : List.of("ada.careful", "bruno.revolver", "dora.delinquent")) {
      users.add(user("cardholder", name));
    }
    for (String role : List.of("underwriter", "operations", "auditor", "admin")) {
      users.add(user(role, role));
    }
    return users;
  }

  private DemoUser user(String role, String username) throws IOException {
    return new DemoUser(role, username, secrets.word("user." + username, "", 16));
  }

  private Map<String, String> serverEnvironment() throws IOException {
    Map<String, String> environment = new LinkedHashMap<>();
    environment.put(
        "FLORIN_DB_URL",
        jdbcUrl()
            + "?ApplicationName=florin&reWriteBatchedInserts=true&prepareThreshold=3"
            + "&tcpKeepAlive=true&connectTimeout=5");
    environment.put("FLORIN_DB_USER", Schema.APP);
    environment.put("FLORIN_DB_PASSWORD", schema.password(Schema.APP));
    environment.put("FLORIN_VAULT_KEK", secrets.key("vault.kek"));
    environment.put("FLORIN_VAULT_INDEX_KEY", secrets.key("vault.index_key"));
    environment.put("FLORIN_VAULT_CVK", secrets.key("vault.cvk"));
    environment.put("FLORIN_BUREAU_URL", "http://127.0.0.1:" + ports.bureau());
    environment.put("FLORIN_SMTP_HOST", "127.0.0.1");
    environment.put("FLORIN_SMTP_PORT", Integer.toString(ports.smtp()));
    environment.put("FLORIN_MAINFRAME_MQ_HOST", "127.0.0.1");
    environment.put("FLORIN_MAINFRAME_MQ_PORT", Integer.toString(ports.mainframeMq()));
    environment.put("FLORIN_SIMULATORS_URL", "http://127.0.0.1:" + ports.simulators());
    environment.put("FLORIN_PARTNERHOOK_LOOPBACK_ALLOWED", "true");
    linkPorts()
        .forEach(
            (link, port) ->
                environment.put(
                    "FLORIN_NETWORKS_PORT_" + link.toUpperCase(Locale.ROOT), port.toString()));
    environment.putAll(stripeEnvironment());
    environment.put("FLORIN_SAMPLE_BANK", "true");
    environment.put("FLORIN_SANDBOX_API_KEY", apiKey());
    environment.put("FLORIN_DEMO_USERS", demoUsersAsText());
    environment.put("FLORIN_PUBLIC_URL", portalUrl());
    environment.putAll(settings);
    return environment;
  }

  /** Where each card network of the sample bank connects, by the name of its link. */
  private Map<String, Integer> linkPorts() {
    return Map.of(
        "acquirer", ports.acquirer(), "visa", ports.visa(), "mastercard", ports.mastercard());
  }

  /** Stripe itself when the operator gave a key of theirs, else the sandbox. */
  private Map<String, String> stripeEnvironment() throws IOException {
    String operatorsKey = System.getenv("STRIPE_API_KEY");
    Map<String, String> environment = new LinkedHashMap<>();
    if (operatorsKey != null && System.getenv("STRIPE_API_BASE") == null) {
      environment.put("STRIPE_API_KEY", operatorsKey);
    } else {
      environment.put("STRIPE_API_KEY", secrets.word("stripe.api_key", "sk_test_sandbox", 24));
      environment.put("STRIPE_API_BASE", stripeSandboxUrl());
    }
    String operatorsSecret = System.getenv("STRIPE_WEBHOOK_SECRET");
    environment.put(
        "STRIPE_WEBHOOK_SECRET", operatorsSecret == null ? webhookSecret() : operatorsSecret);
    return environment;
  }

  private String webhookSecret() throws IOException {
    return secrets.word("stripe.webhook_secret", "whsec_", 32);
  }

  private Map<String, String> simulatorEnvironment() throws IOException {
    Map<String, String> environment = new LinkedHashMap<>();
    environment.put("FLORIN_SIM_STRIPE_PORT", Integer.toString(ports.stripe()));
    environment.put("FLORIN_SIM_STRIPE_WEBHOOK_URL", apiUrl() + "/stripe/webhook");
    environment.put("FLORIN_SIM_STRIPE_WEBHOOK_SECRET", webhookSecret());
    environment.put("FLORIN_SIM_BUREAU_PORT", Integer.toString(ports.bureau()));
    environment.put("FLORIN_SIM_MAILBOX_PORT", Integer.toString(ports.mailbox()));
    environment.put("FLORIN_SIM_SMTP_PORT", Integer.toString(ports.smtp()));
    environment.put("FLORIN_SIM_MAINFRAME_MQ_PORT", Integer.toString(ports.mainframeMq()));
    environment.put("FLORIN_SIM_ACQUIRER_PORT", Integer.toString(ports.acquirer()));
    environment.put("FLORIN_SIM_STEERING_PORT", Integer.toString(ports.simulators()));
    return environment;
  }

  private String demoUsersAsText() throws IOException {
    return String.join(
        ";",
        demoUsers().stream()
            .map(user -> user.role() + "|" + user.username() + "|" + user.password())
            .toList());
  }

  private static ProcessHandle living(@Nullable ProcessHandle process, String what) {
    if (process == null) {
      throw new IllegalStateException("the " + what + " was never started");
    }
    return process;
  }

  /** Tells scripts and tests where everything is. */
  void writeRunFile() throws IOException {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("portal_url", portalUrl());
    content.put("bank_url", portalUrl() + "bank/");
    content.put("api_url", apiUrl());
    content.put("mailbox_url", mailboxUrl());
    content.put("stripe_sandbox_url", stripeSandboxUrl());
    content.put("api_key", apiKey());
    content.put("users", demoUsers());
    content.put("jdbc_url", jdbcUrl());
    content.put("jdbc_user", reportUser());
    content.put("jdbc_password", reportPassword());
    content.put(
        "pids",
        Map.of(
            "server", living(server, "server").pid(),
            "database", living(database, "database").pid(),
            "simulators", living(simulators, "simulators").pid()));
    content.put("log_dir", workspace.logs().toString());
    content.put("management_port", ports.management());
    content.put("iso8583_port", ports.acquirer());
    content.put("iso8583_ports", linkPorts());
    Launches.writePrivately(workspace.runFile(), GSON.toJson(content) + "\n");
  }
}
