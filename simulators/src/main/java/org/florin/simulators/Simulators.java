package org.florin.simulators;

import java.net.URI;
import java.nio.file.Path;
import org.florin.simulators.acquirer.Acquirer;
import org.florin.simulators.acquirer.Steering;
import org.florin.simulators.bureau.CreditBureau;
import org.florin.simulators.mailbox.Mailbox;
import org.florin.simulators.mainframe.Mainframe;
import org.florin.simulators.stripe.StripeSandbox;

/** Starts every simulator in one process, each on its own loopback port. */
public final class Simulators {
  private Simulators() {}

  public static void main(String[] arguments) throws Exception {
    Path state = Path.of(required("FLORIN_SIM_STATE"));
    CreditBureau bureau = CreditBureau.start(port("FLORIN_SIM_BUREAU_PORT"));
    StripeSandbox stripe =
        StripeSandbox.start(
            port("FLORIN_SIM_STRIPE_PORT"),
            state.resolve("stripe"),
            URI.create(required("FLORIN_SIM_STRIPE_WEBHOOK_URL")),
            required("FLORIN_SIM_STRIPE_WEBHOOK_SECRET"));
    Mainframe mainframe =
        Mainframe.start(port("FLORIN_SIM_MAINFRAME_MQ_PORT"), state.resolve("mainframe"));
    Acquirer acquirer = new Acquirer(port("FLORIN_SIM_ACQUIRER_PORT"));
    Steering steering = Steering.start(port("FLORIN_SIM_STEERING_PORT"), acquirer, mainframe);
    // Last: whoever waits for the simulators asks the mailbox.
    Mailbox mailbox = Mailbox.start(port("FLORIN_SIM_MAILBOX_PORT"), port("FLORIN_SIM_SMTP_PORT"));
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  mailbox.close();
                  steering.close();
                  acquirer.close();
                  mainframe.close();
                  stripe.close();
                  bureau.close();
                }));
    System.out.println("simulators ready");
    Thread.currentThread().join();
  }

  private static int port(String name) {
    return Integer.parseInt(required(name));
  }

  private static String required(String name) {
    String value = System.getenv(name);
    if (value == null || value.isBlank()) {
      throw new IllegalStateException(name + " is not set");
    }
    return value;
  }
}
