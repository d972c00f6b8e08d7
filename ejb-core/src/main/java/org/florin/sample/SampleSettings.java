package org.florin.sample;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.florin.access.Role;

/** Whether there is a sample bank, and who may enter it. */
@ApplicationScoped
class SampleSettings {

  /** Somebody who may sign in. */
  record DemoUser(Role role, String username, String password) {

    @Override
    public String toString() {
      return "DemoUser[" + username + "]";
    }
  }

  @Inject
  @ConfigProperty(name = "florin.sample.bank", defaultValue = "false")
  boolean wanted;

  @Inject
  @ConfigProperty(name = "florin.sandbox.api.key")
  Optional<String> apiKey;

  /** {@code role|username|password}, separated by semicolons. */
  @Inject
  @ConfigProperty(name = "florin.demo.users")
  Optional<String> users;

  boolean wanted() {
    return wanted;
  }

  Optional<String> apiKey() {
    return apiKey;
  }

  /**
   * @throws IllegalArgumentException if the setting has another form
   */
  List<DemoUser> users() {
    return users.stream()
        .flatMap(text -> Arrays.stream(text.split(";")))
        .filter(entry -> !entry.isBlank())
        .map(
            entry -> {
              var parts = entry.split("\\|", 3);
              if (parts.length != 3) {
                throw new IllegalArgumentException("florin.demo.users: role|username|password");
              }
              return new DemoUser(Role.of(parts[0]), parts[1], parts[2]);
            })
        .toList();
  }
}
