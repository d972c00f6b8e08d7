package org.florin.adapters.mainframe;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.florin.adapters.copybook.Decoding.Decoded;
import org.florin.adapters.copybook.Decoding.Undecodable;
import org.florin.adapters.copybook.FieldFault;
import org.florin.adapters.copybook.Layout;
import org.florin.adapters.copybook.Layouts;
import org.florin.adapters.copybook.RecordCodec;
import org.florin.adapters.copybook.RecordEncoding;
import org.florin.adapters.copybook.RecordReader;
import org.florin.adapters.copybook.RecordReader.Step;
import org.florin.adapters.copybook.RecordValues;
import org.florin.adapters.mainframe.RecordTranslation.Translated;
import org.florin.legacyfiles.FileKind;
import org.florin.legacyfiles.LegacyFormats;
import org.florin.legacyfiles.RejectReason;

/** The file formats of CardDemo behind the core's port. */
@ApplicationScoped
public class CardDemoFormats implements LegacyFormats {

  @Override
  public String system() {
    return "carddemo";
  }

  @Override
  public int headLength() {
    return FileRecognition.HEAD_LENGTH;
  }

  @Override
  public Recognition recognise(String name, byte[] head) {
    return FileRecognition.recognise(head);
  }

  @Override
  public Screen screen(FileKind kind, String encoding, OutputStream target) {
    return new ContentScreen(RecordTranslation.layout(kind), encodingNamed(encoding), target);
  }

  @Override
  public Records records(
      FileKind kind, String encoding, InputStream content, long recordsBefore, long offset) {
    Layout layout = RecordTranslation.layout(kind);
    RecordCodec codec = new RecordCodec(layout, encodingNamed(encoding));
    RecordReader reader = RecordReader.of(content, codec).continuingAt(recordsBefore, offset);
    return new TranslatedRecords(kind, codec, reader);
  }

  @Override
  public byte[] rejectRecord(String encoding, byte[] image, RejectReason reason) {
    RecordEncoding bytes = encodingNamed(encoding);
    return new RecordCodec(Layouts.DAILY_REJECT, bytes).encode(rejectValues(image, reason));
  }

  private static RecordValues rejectValues(byte[] image, RejectReason reason) {
    return RecordValues.of(Layouts.DAILY_REJECT)
        .raw("daily-record", image)
        .number("reason-code", reason.number())
        .text("reason-text", reason.text())
        .build();
  }

  private static RecordEncoding encodingNamed(String name) {
    RecordEncoding ascii = RecordEncoding.ascii();
    return name.equals(ascii.name()) ? ascii : RecordEncoding.ebcdic(name);
  }

  /** Decodes and translates record after record. */
  private record TranslatedRecords(FileKind kind, RecordCodec codec, RecordReader reader)
      implements Records {

    @Override
    public Reading next() throws IOException {
      return switch (reader.next()) {
        case Step.Found found -> reading(found);
        case Step.Torn torn ->
            new Reading.Torn(
                torn.number(), torn.offset(), "the file ends inside record " + torn.number());
        case Step.End end -> new Reading.End(end.records());
      };
    }

    private Reading reading(Step.Found found) {
      return switch (codec.decode(found.bytes())) {
        case Undecodable undecodable -> faulty(found, RecordTranslation.first(undecodable));
        case Decoded decoded ->
            switch (RecordTranslation.translate(kind, decoded.values(), found.bytes())) {
              case Translated.Refused refused -> faulty(found, refused.fault());
              case Translated.Item item ->
                  new Reading.Read(found.number(), found.offset(), found.nextOffset(), item.item());
            };
      };
    }

    private static Reading faulty(Step.Found found, FieldFault fault) {
      return new Reading.Faulty(
          found.number(),
          found.offset() + fault.offset(),
          found.nextOffset(),
          fault.field(),
          fault.reason());
    }

    @Override
    public void close() throws IOException {
      reader.close();
    }
  }
}
