package org.florin.routes;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.impl.DefaultCamelContext;

/**
 * Owns the one CamelContext. A CDI bean on purpose: inside a bean-managed EJB the caller's
 * transaction would be suspended, and a failed message would leave its rows behind.
 */
@ApplicationScoped
public class CamelRuntime {

  @Inject @Any Instance<FlorinRoutes> routes;

  private final CamelContext context;
  private final ProducerTemplate template;

  /** Routes that this runtime runs. */
  public interface FlorinRoutes extends RoutesBuilder {}

  public CamelRuntime() {
    this(new DefaultCamelContext());
  }

  CamelRuntime(CamelContext context) {
    this.context = context;
    this.template = context.createProducerTemplate();
  }

  @PostConstruct
  void begin() {
    open(routes);
  }

  CamelRuntime open(Iterable<? extends RoutesBuilder> builders) {
    try {
      context.getCamelContextExtension().setName("florin");
      for (RoutesBuilder builder : builders) {
        context.addRoutes(builder);
      }
      context.start();
      return this;
    } catch (Exception e) {
      throw new IllegalStateException("Camel does not start", e);
    }
  }

  @PreDestroy
  void close() {
    context.stop();
  }

  /**
   * Runs a message through a {@code direct:} route in the caller's thread and transaction. Only the
   * given headers enter; whatever a sender called {@code Camel…} stays outside.
   */
  public void hand(String endpoint, Object body, Map<String, Object> headers) {
    try {
      template.sendBodyAndHeaders(endpoint, body, headers);
    } catch (CamelExecutionException e) {
      throw new IllegalStateException("route " + endpoint + " failed", e.getCause());
    }
  }

  /**
   * Adds a route while the runtime runs.
   *
   * @param name of the bean that the route finds in the registry
   * @throws IllegalStateException if it can't be started; then it isn't there
   */
  public void add(String name, Object bean, RoutesBuilder route) {
    try {
      context.getRegistry().bind(name, bean);
      context.addRoutes(route);
    } catch (Exception e) {
      remove(name);
      throw new IllegalStateException("route " + name + " does not start", e);
    }
  }

  /** Stops and removes a route and the bean of its name; one that isn't there is no fault. */
  public void remove(String name) {
    try {
      context.getRouteController().stopRoute(name);
      context.removeRoute(name);
      context.getRegistry().unbind(name);
    } catch (Exception e) {
      throw new IllegalStateException("route " + name + " does not stop", e);
    }
  }
}
