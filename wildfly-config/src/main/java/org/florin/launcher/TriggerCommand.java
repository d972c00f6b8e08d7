package org.florin.launcher;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.List;

/** {@code ./florin trigger}: has a simulated acquirer or mainframe send something to the bank. */
final class TriggerCommand {
  private static final String USAGE =
      """
      ./florin trigger [NAME] [--card CARD] [--amount CENTS]

        without NAME   lists what can be triggered
        --card         a card's id; without it the newest active card
        --amount       in cents; 1000 without it
      """;
  private static final String AMOUNT = "1000";
  private static final int OK = 0;
  private static final int WRONG_USE = 2;

  private final Workspace workspace;

  TriggerCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  int run(List<String> words) throws IOException, InterruptedException {
    if (words.contains("help") || words.contains("--help")) {
      System.out.print(USAGE);
      return OK;
    }
    RunningBank bank = RunningBank.in(workspace);
    if (words.isEmpty()) {
      return list(bank);
    }
    String name = words.getFirst();
    if (name.startsWith("-")) {
      System.err.print(USAGE);
      return WRONG_USE;
    }
    return play(bank, name, words);
  }

  private static int list(RunningBank bank) throws IOException, InterruptedException {
    for (JsonElement scenario : bank.get("/simulate/scenarios").getAsJsonArray("data")) {
      System.out.printf(
          "  %-20s %s%n",
          scenario.getAsJsonObject().get("name").getAsString(),
          scenario.getAsJsonObject().get("description").getAsString());
    }
    return OK;
  }

  private static int play(RunningBank bank, String name, List<String> words)
      throws IOException, InterruptedException {
    JsonObject body = new JsonObject();
    body.addProperty("card", option(words, "--card", newestActiveCard(bank)));
    body.addProperty("amount", Long.parseLong(option(words, "--amount", AMOUNT)));
    JsonObject played = bank.post("/simulate/scenarios/" + name, body);
    for (JsonElement exchange : played.getAsJsonArray("exchanges")) {
      JsonElement answer = exchange.getAsJsonObject().get("answer");
      System.out.println("> " + exchange.getAsJsonObject().get("sent").getAsString());
      System.out.println("< " + (answer.isJsonNull() ? "no answer" : answer.getAsString()));
    }
    return OK;
  }

  private static String newestActiveCard(RunningBank bank)
      throws IOException, InterruptedException {
    for (JsonElement card : bank.get("/cards?limit=50").getAsJsonArray("data")) {
      if (card.getAsJsonObject().get("status").getAsString().equals("active")) {
        return card.getAsJsonObject().get("id").getAsString();
      }
    }
    throw new IOException("there is no active card; name one with --card");
  }

  private static String option(List<String> words, String name, String otherwise) {
    int at = words.indexOf(name);
    return at >= 0 && at + 1 < words.size() ? words.get(at + 1) : otherwise;
  }
}
