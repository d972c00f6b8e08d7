package org.florin.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Set;
import org.florin.launcher.FlorinStack;
import org.florin.launcher.Ports;
import org.florin.launcher.Progress;
import org.junit.jupiter.api.Test;

/** What a running bank promises to those who run it. */
class RunIT {

  private final Bank bank = Bank.running();

  @Test
  void run_file_tells_where_everything_is_and_only_to_its_owner() throws IOException {
    var file = bank.stack().workspace().runFile();
    var json = JsonParser.parseString(Files.readString(file)).getAsJsonObject();

    assertEquals(
        Set.of(
            "portal_url",
            "bank_url",
            "api_url",
            "mailbox_url",
            "stripe_sandbox_url",
            "api_key",
            "users",
            "jdbc_url",
            "jdbc_user",
            "jdbc_password",
            "pids",
            "log_dir",
            "management_port",
            "iso8583_port",
            "iso8583_ports"),
        json.keySet());
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    for (var part : Set.of("server", "database", "simulators")) {
      long pid = json.getAsJsonObject("pids").get(part).getAsLong();
      assertTrue(ProcessHandle.of(pid).orElseThrow().isAlive(), part);
    }
  }

  @Test
  void second_run_beside_a_running_one_gets_nothing() throws IOException {
    assertTrue(
        FlorinStack.claim(bank.stack().workspace(), Ports::free, Progress.on(System.out))
            .isEmpty());
  }

  @Test
  void status_is_open_to_everybody() {
    var status =
        bank.send(HttpRequest.newBuilder(URI.create(bank.stack().apiUrl() + "/status")).GET());
    assertEquals(200, status.status());
    assertTrue(status.text("business_date").matches("\\d{4}-\\d{2}-\\d{2}"));
  }

  @Test
  void database_commits_are_durable() throws SQLException, IOException {
    try (var connection =
            DriverManager.getConnection(
                bank.stack().jdbcUrl(), bank.stack().reportUser(), bank.stack().reportPassword());
        var statement = connection.createStatement()) {
      for (var setting :
          Set.of("fsync", "synchronous_commit", "full_page_writes", "data_checksums")) {
        try (var row = statement.executeQuery("SHOW " + setting)) {
          row.next();
          assertEquals("on", row.getString(1), setting);
        }
      }
    }
  }

  @Test
  void broker_is_not_reachable_over_the_web_port() throws IOException {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress("127.0.0.1", bank.stack().ports().http()), 2_000);
      socket.setSoTimeout(5_000);
      socket
          .getOutputStream()
          .write(
              """
              GET / HTTP/1.1\r
              Host: localhost\r
              Connection: Upgrade\r
              Upgrade: activemq-remoting\r
              Sec-ActiveMQRemoting-Key: x\r
              \r
              """
                  .getBytes(java.nio.charset.StandardCharsets.US_ASCII));
      var first = new byte[12];
      socket.getInputStream().readNBytes(first, 0, first.length);
      var line = new String(first, java.nio.charset.StandardCharsets.US_ASCII);
      assertTrue(!line.endsWith("101"), line);
    }
  }
}
