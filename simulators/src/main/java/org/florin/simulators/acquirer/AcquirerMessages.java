package org.florin.simulators.acquirer;

import com.solab.iso8583.IsoMessage;
import com.solab.iso8583.IsoType;
import com.solab.iso8583.MessageFactory;
import com.solab.iso8583.parse.FieldParseInfo;
import java.io.UnsupportedEncodingException;
import java.text.ParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Messages in ASCII, by the elements that acquirers use. */
final class AcquirerMessages {
  private static final String ENCODING = "ISO-8859-1";
  private static final List<Integer> TYPES =
      List.of(0x110, 0x130, 0x210, 0x230, 0x410, 0x420, 0x421, 0x430, 0x800, 0x810);

  private static final Map<Integer, Format> FORMATS =
      Map.ofEntries(
          Map.entry(2, new Format(IsoType.LLVAR, 0)),
          Map.entry(3, new Format(IsoType.NUMERIC, 6)),
          Map.entry(4, new Format(IsoType.NUMERIC, 12)),
          Map.entry(6, new Format(IsoType.NUMERIC, 12)),
          Map.entry(7, new Format(IsoType.NUMERIC, 10)),
          Map.entry(11, new Format(IsoType.NUMERIC, 6)),
          Map.entry(12, new Format(IsoType.NUMERIC, 6)),
          Map.entry(13, new Format(IsoType.NUMERIC, 4)),
          Map.entry(14, new Format(IsoType.NUMERIC, 4)),
          Map.entry(18, new Format(IsoType.NUMERIC, 4)),
          Map.entry(22, new Format(IsoType.NUMERIC, 3)),
          Map.entry(25, new Format(IsoType.NUMERIC, 2)),
          Map.entry(32, new Format(IsoType.LLVAR, 0)),
          Map.entry(33, new Format(IsoType.LLVAR, 0)),
          Map.entry(37, new Format(IsoType.ALPHA, 12)),
          Map.entry(38, new Format(IsoType.ALPHA, 6)),
          Map.entry(39, new Format(IsoType.ALPHA, 2)),
          Map.entry(41, new Format(IsoType.ALPHA, 8)),
          Map.entry(42, new Format(IsoType.ALPHA, 15)),
          Map.entry(43, new Format(IsoType.ALPHA, 40)),
          Map.entry(44, new Format(IsoType.LLVAR, 0)),
          Map.entry(48, new Format(IsoType.LLLVAR, 0)),
          Map.entry(49, new Format(IsoType.ALPHA, 3)),
          Map.entry(51, new Format(IsoType.ALPHA, 3)),
          Map.entry(54, new Format(IsoType.LLLVAR, 0)),
          Map.entry(60, new Format(IsoType.LLLVAR, 0)),
          Map.entry(70, new Format(IsoType.NUMERIC, 3)),
          Map.entry(90, new Format(IsoType.NUMERIC, 42)),
          Map.entry(95, new Format(IsoType.ALPHA, 42)));

  private final MessageFactory<IsoMessage> factory = new MessageFactory<>();

  /** How an element is written; variable ones have no length of their own. */
  private record Format(IsoType type, int length) {}

  /** A message: type and elements. */
  record Content(String type, SortedMap<Integer, String> elements) {
    String element(int number) {
      return elements.getOrDefault(number, "");
    }
  }

  AcquirerMessages() {
    Map<Integer, FieldParseInfo> formats = new HashMap<>();
    FORMATS.forEach(
        (number, format) ->
            formats.put(
                number,
                FieldParseInfo.getInstance(format.type(), format.length(), ENCODING, false)));
    TYPES.forEach(type -> factory.setParseMap(type, formats));
    factory.setCharacterEncoding(ENCODING);
  }

  /**
   * @throws IllegalArgumentException if an element is none that acquirers use
   */
  byte[] write(Content content) {
    IsoMessage message = factory.newMessage(Integer.parseInt(content.type(), 16));
    content
        .elements()
        .forEach(
            (number, value) -> {
              Format format = FORMATS.get(number);
              if (format == null) {
                throw new IllegalArgumentException("no acquirer sends element " + number);
              }
              message.setValue(number, value, format.type(), format.length());
            });
    return message.writeData();
  }

  /**
   * @throws ParseException if the bytes are no message
   */
  Content read(byte[] bytes) throws ParseException {
    try {
      IsoMessage message = factory.parseMessage(bytes, 0);
      SortedMap<Integer, String> elements = new TreeMap<>();
      for (int number : FORMATS.keySet()) {
        if (message.hasField(number)) {
          elements.put(number, message.getField(number).toString());
        }
      }
      return new Content(String.format("%04x", message.getType()), elements);
    } catch (UnsupportedEncodingException e) {
      throw new IllegalStateException(e);
    }
  }
}
