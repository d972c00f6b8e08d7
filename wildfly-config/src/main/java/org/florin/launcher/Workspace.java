package org.florin.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where things are: the project with its build results, and the state folder of one running bank.
 *
 * @param root the project's folder
 * @param state everything this bank keeps: database, secrets, logs, process book
 */
public record Workspace(Path root, Path state) {
  public Workspace {
    root = root.toAbsolutePath().normalize();
    state = state.toAbsolutePath().normalize();
  }

  Path build() {
    return root.resolve("wildfly-config/target");
  }

  Path ear() {
    return root.resolve("ear/target/florin.ear");
  }

  Path wildflyHome() throws IOException {
    return ServerImage.wildflyHome(build());
  }

  Path postgresHome() {
    return build().resolve("postgresql");
  }

  Path simulatorClasses() {
    return root.resolve("simulators/target");
  }

  Path logs() throws IOException {
    return Files.createDirectories(state.resolve("log"));
  }

  /** Exists while a part that died is being started again. */
  Path recoveryMark() {
    return state.resolve("recovering");
  }

  /** What scripts and tests read; exists while everything runs. */
  public Path runFile() {
    return state.resolve("run.json");
  }

  /** Deletes all that this bank keeps; it must not be running. */
  public void delete() throws IOException {
    Launches.deleteTree(state);
  }

  /** Copies all that this bank keeps, with owners and rights; it must not be running. */
  public void copyTo(Path other) throws IOException, InterruptedException {
    Process copy =
        new ProcessBuilder("cp", "-a", state.toString(), other.toString()).inheritIO().start();
    if (copy.waitFor() != 0) {
      throw new IOException("could not copy " + state);
    }
  }
}
