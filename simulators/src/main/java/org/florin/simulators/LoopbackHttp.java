package org.florin.simulators;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An HTTP server on loopback with one handler and a virtual thread for each request. */
public final class LoopbackHttp implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();

  /** What a simulator does with a request. */
  @FunctionalInterface
  public interface Handler {
    void handle(HttpExchange exchange) throws IOException;
  }

  public LoopbackHttp(int port, Handler handler) throws IOException {
    server =
        HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 128);
    server.setExecutor(executor);
    server.createContext("/", guarded(handler));
    server.start();
  }

  private static HttpHandler guarded(Handler handler) {
    return exchange -> {
      try (exchange) {
        handler.handle(exchange);
      } catch (RuntimeException e) {
        System.err.println("request failed: " + exchange.getRequestURI() + ": " + e);
        answer(exchange, 500, "text/plain", "simulator failed");
      }
    };
  }

  /** The port in use; of interest when 0 was asked for. */
  public int port() {
    return server.getAddress().getPort();
  }

  /** Answers with a text of the given type. */
  public static void answer(HttpExchange exchange, int status, String type, String body)
      throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
    exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    if (bytes.length > 0) {
      exchange.getResponseBody().write(bytes);
    }
  }

  /** Answers with JSON. */
  public static void answerJson(HttpExchange exchange, int status, String json) throws IOException {
    answer(exchange, status, "application/json", json);
  }

  @Override
  public void close() {
    server.stop(0);
    executor.shutdownNow();
  }
}
