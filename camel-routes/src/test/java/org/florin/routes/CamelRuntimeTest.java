package org.florin.routes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;

/** What the runtime promises to message-driven beans, shown on routes of its own. */
class CamelRuntimeTest {

  @Test
  void runs_the_route_in_the_callers_thread_and_passes_only_given_headers() {
    var thread = new AtomicReference<Thread>();
    var headers = new AtomicReference<Map<String, Object>>();
    var runtime =
        runtimeWith(
            new RouteBuilder() {
              @Override
              public void configure() {
                from("direct:in")
                    .errorHandler(noErrorHandler())
                    .process(
                        exchange -> {
                          thread.set(Thread.currentThread());
                          headers.set(Map.copyOf(exchange.getMessage().getHeaders()));
                        });
              }
            });
    runtime.hand("direct:in", "body", Map.of("event_type", "card.created"));
    assertSame(Thread.currentThread(), thread.get());
    assertEquals(Map.of("event_type", "card.created"), headers.get());
    runtime.close();
  }

  @Test
  void throws_what_a_route_throws_so_that_the_broker_repeats_the_message() {
    var runtime =
        runtimeWith(
            new RouteBuilder() {
              @Override
              public void configure() {
                from("direct:in")
                    .errorHandler(noErrorHandler())
                    .process(
                        exchange -> {
                          throw new IllegalArgumentException("poison");
                        });
              }
            });
    var thrown =
        assertThrows(
            IllegalStateException.class, () -> runtime.hand("direct:in", "body", Map.of()));
    assertEquals("poison", thrown.getCause().getMessage());
    runtime.close();
  }

  private static CamelRuntime runtimeWith(RouteBuilder builder) {
    CamelContext context = new DefaultCamelContext();
    return new CamelRuntime(context).open(List.of(builder));
  }
}
