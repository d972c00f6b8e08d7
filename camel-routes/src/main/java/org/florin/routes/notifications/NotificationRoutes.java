package org.florin.routes.notifications;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Objects;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.florin.kernel.EventId;
import org.florin.notifications.NotifyCardholder;
import org.florin.routes.CamelRuntime.FlorinRoutes;

/** Events in, notifications made. A failure is thrown to the broker, which delivers again. */
@Dependent
public class NotificationRoutes extends RouteBuilder implements FlorinRoutes {

  static final String EVENTS = "direct:notification-events";
  static final String EVENT_ID = "florin_event_id";
  static final String EVENT_TYPE = "florin_event_type";

  @Inject NotifyCardholder notify;

  @Override
  public void configure() {
    from(EVENTS)
        .routeId("notification-events")
        .errorHandler(noErrorHandler())
        .process(NotificationRoutes::toCommand)
        .bean(notify, "handle");
  }

  private static void toCommand(Exchange exchange) {
    var message = exchange.getMessage();
    message.setBody(
        new NotifyCardholder.Command(
            EventId.parse(Objects.requireNonNull(message.getHeader(EVENT_ID, String.class))),
            Objects.requireNonNull(message.getHeader(EVENT_TYPE, String.class)),
            Objects.requireNonNull(message.getBody(String.class))));
  }
}
