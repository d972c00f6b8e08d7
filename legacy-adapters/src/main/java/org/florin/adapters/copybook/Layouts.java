package org.florin.adapters.copybook;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The record layouts of the mainframe, read once from {@code layouts.txt}. */
public final class Layouts {

  private static final Pattern HEADING =
      Pattern.compile("record ([a-z0-9-]+) (\\d+)(?: key \\d+ \\d+)?(?: text (\\d+))?");
  private static final Pattern FIELD =
      Pattern.compile("\\s+(\\d+) (S?[X9].*?)\\s+([a-z][a-z0-9-]*)");

  private static final Map<String, Layout> ALL = read();

  public static final Layout ACCOUNT = named("account");
  public static final Layout CARD = named("card");
  public static final Layout CUSTOMER = named("customer");
  public static final Layout CROSS_REFERENCE = named("card-cross-reference");
  public static final Layout TRANSACTION = named("transaction");
  public static final Layout DAILY_REJECT = named("daily-reject");
  public static final Layout CATEGORY_BALANCE = named("category-balance");
  public static final Layout DISCLOSURE_GROUP = named("disclosure-group");
  public static final Layout TRANSACTION_TYPE = named("transaction-type");
  public static final Layout TRANSACTION_CATEGORY = named("transaction-category");
  public static final Layout USER_SECURITY = named("user-security");

  private Layouts() {}

  /** Every layout, in the order of the resource. */
  public static List<Layout> all() {
    return List.copyOf(ALL.values());
  }

  /** The layout of that name; an unknown name is a programming error. */
  public static Layout named(String name) {
    Layout layout = ALL.get(name);
    if (layout == null) {
      throw new IllegalArgumentException("No layout called " + name);
    }
    return layout;
  }

  private static Map<String, Layout> read() {
    try (InputStream stream = Layouts.class.getResourceAsStream("layouts.txt")) {
      if (stream == null) {
        throw new IllegalStateException("layouts.txt is missing beside " + Layouts.class);
      }
      return parse(new BufferedReader(new InputStreamReader(stream, StandardCharsets.US_ASCII)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, Layout> parse(BufferedReader reader) throws IOException {
    Map<String, Layout> layouts = new LinkedHashMap<>();
    String name = "";
    int length = 0;
    int textLength = 0;
    List<Field> fields = new ArrayList<>();
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      Matcher heading = HEADING.matcher(line);
      Matcher field = FIELD.matcher(line);
      if (heading.matches()) {
        add(layouts, name, length, textLength, fields);
        name = heading.group(1);
        length = Integer.parseInt(heading.group(2));
        textLength = heading.group(3) == null ? length : Integer.parseInt(heading.group(3));
        fields = new ArrayList<>();
      } else if (field.matches()) {
        fields.add(
            new Field(
                field.group(3), Integer.parseInt(field.group(1)), Picture.parse(field.group(2))));
      } else if (!line.isBlank() && !line.startsWith("#")) {
        throw new IllegalStateException("layouts.txt: not understood: " + line);
      }
    }
    add(layouts, name, length, textLength, fields);
    return layouts;
  }

  private static void add(
      Map<String, Layout> layouts, String name, int length, int textLength, List<Field> fields) {
    if (!fields.isEmpty()) {
      layouts.put(name, new Layout(name, length, textLength, fields));
    }
  }
}
