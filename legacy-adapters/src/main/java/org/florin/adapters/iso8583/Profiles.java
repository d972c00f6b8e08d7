package org.florin.adapters.iso8583;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The profiles, read once from {@code profiles.txt}. */
final class Profiles {

  private static final String RESOURCE = "profiles.txt";
  private static final Pattern HEADING = Pattern.compile("profile (\\S+)(?: like (\\S+))?");
  private static final Pattern ELEMENT = Pattern.compile("\\s+(\\d+)\\s+(\\S+)\\s+(\\S.*)");
  private static final Pattern SETTING =
      Pattern.compile("\\s+(type|bitmap|lengths|n|an|ans|z|b) ([a-z]+)(?: (\\d))?");

  private static final Map<String, Profile> ALL = read();

  private Profiles() {}

  static List<Profile> all() {
    return List.copyOf(ALL.values());
  }

  /** A profile being read. */
  private static final class Draft {
    final String name;
    Encoding type = Encoding.ASCII;
    Encoding bitmap = Encoding.HEX;
    int bitmapCountMax = 2;
    LengthEncoding lengths = LengthEncoding.ASCII;
    final Map<Content, Encoding> values = new EnumMap<>(Content.class);
    final TreeMap<Integer, ElementFormat> elements = new TreeMap<>();

    Draft(String name) {
      this.name = name;
    }

    Draft(String name, Profile like) {
      this(name);
      type = like.type();
      bitmap = like.bitmap();
      bitmapCountMax = like.bitmapCountMax();
      lengths = like.lengths();
      values.putAll(like.values());
      elements.putAll(like.elements());
    }

    void set(String what, String how, String count) {
      switch (what) {
        case "type" -> type = Encoding.ofCode(how);
        case "lengths" -> lengths = LengthEncoding.ofCode(how);
        case "bitmap" -> {
          bitmap = Encoding.ofCode(how);
          bitmapCountMax = Integer.parseInt(count);
        }
        default -> values.put(Content.ofCode(what), Encoding.ofCode(how));
      }
    }

    Profile finish() {
      return new Profile(name, type, bitmap, bitmapCountMax, lengths, values, elements);
    }
  }

  private static Map<String, Profile> read() {
    try (var lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(Profiles.class.getResourceAsStream(RESOURCE), RESOURCE),
                StandardCharsets.US_ASCII))) {
      var finished = new LinkedHashMap<String, Profile>();
      var draft = new Draft("");
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        var heading = HEADING.matcher(line);
        if (heading.matches()) {
          finish(draft, finished);
          draft =
              heading.group(2) == null
                  ? new Draft(heading.group(1))
                  : new Draft(
                      heading.group(1), Objects.requireNonNull(finished.get(heading.group(2))));
        } else if (!line.isBlank() && !line.startsWith("#")) {
          readInto(draft, line);
        }
      }
      finish(draft, finished);
      return finished;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void finish(Draft draft, Map<String, Profile> finished) {
    if (!draft.name.isEmpty()) {
      finished.put(draft.name, draft.finish());
    }
  }

  private static void readInto(Draft draft, String line) {
    var element = ELEMENT.matcher(line);
    var setting = SETTING.matcher(line);
    if (element.matches()) {
      var number = Integer.parseInt(element.group(1));
      draft.elements.put(number, ElementFormat.parse(number, element.group(2), element.group(3)));
    } else if (setting.matches()) {
      draft.set(
          setting.group(1), setting.group(2), Objects.requireNonNullElse(setting.group(3), "0"));
    } else {
      throw new IllegalStateException(RESOURCE + ": not understood: " + line);
    }
  }
}
