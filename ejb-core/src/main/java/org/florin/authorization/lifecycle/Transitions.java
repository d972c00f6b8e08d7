package org.florin.authorization.lifecycle;

import java.util.EnumMap;
import java.util.Map;

/**
 * The state machine of a card payment: one table of what each message does in each state. The code
 * runs from this text, the documentation shows it, and a test walks every cell.
 */
public final class Transitions {

  /** The table as text: a line a state, a column a message; {@code unknown} has no original. */
  public static final String TABLE =
      """
      state             | authorization | increment       | reversal  | completion  | clearing      | refund | expiry
      unknown           | open          | open            | park      | open_forced | post_unlinked | credit | nothing
      pending           | nothing       | raise           | give_back | confirm     | clear         | credit | release
      partially_cleared | nothing       | raise           | give_back | confirm     | clear         | credit | release
      cleared           | nothing       | decline_closed  | note      | note        | clear         | credit | nothing
      reversed          | nothing       | decline_closed  | nothing   | note        | post_unlinked | credit | nothing
      expired           | nothing       | decline_expired | nothing   | confirm     | clear_late    | credit | nothing
      declined          | nothing       | decline_closed  | nothing   | note        | post_unlinked | credit | nothing
      """;

  private static final String NO_ORIGINAL = "unknown";

  private static final Map<MessageKind, Effect> WITHOUT_ORIGINAL = new EnumMap<>(MessageKind.class);
  private static final Map<AuthorizationStatus, Map<MessageKind, Effect>> BY_STATUS =
      new EnumMap<>(AuthorizationStatus.class);

  static {
    var lines = TABLE.lines().map(line -> line.split("\\|")).toList();
    var header = lines.getFirst();
    for (var line : lines.subList(1, lines.size())) {
      var state = line[0].strip();
      var row =
          state.equals(NO_ORIGINAL)
              ? WITHOUT_ORIGINAL
              : BY_STATUS.computeIfAbsent(
                  AuthorizationStatus.ofCode(state), status -> new EnumMap<>(MessageKind.class));
      for (var column = 1; column < header.length; column++) {
        row.put(MessageKind.ofCode(header[column].strip()), Effect.ofCode(line[column].strip()));
      }
    }
  }

  private Transitions() {}

  /** What a message does to a payment of that status. */
  public static Effect of(AuthorizationStatus status, MessageKind message) {
    return cell(BY_STATUS.getOrDefault(status, Map.of()), message);
  }

  /** What a message does whose payment isn't known. */
  public static Effect withoutOriginal(MessageKind message) {
    return cell(WITHOUT_ORIGINAL, message);
  }

  private static Effect cell(Map<MessageKind, Effect> row, MessageKind message) {
    var effect = row.get(message);
    if (effect == null) {
      throw new IllegalStateException("no cell for " + message);
    }
    return effect;
  }
}
