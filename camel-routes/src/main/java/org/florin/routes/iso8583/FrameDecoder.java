package org.florin.routes.iso8583;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Cuts the stream into frames: two bytes of length, most significant first, then as many bytes. An
 * empty frame is a sign of life and dropped; one that is too long, or doesn't arrive whole in time,
 * ends the connection.
 */
final class FrameDecoder extends ByteToMessageDecoder {

  static final int HEADER_LENGTH = 2;
  static final int FRAME_LENGTH_MAX = 4_096;

  private final Duration frameTime;
  private @Nullable Future<?> impatience;

  FrameDecoder(Duration frameTime) {
    this.frameTime = frameTime;
  }

  @Override
  protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
    if (in.readableBytes() >= HEADER_LENGTH) {
      var length = in.getUnsignedShort(in.readerIndex());
      if (length > FRAME_LENGTH_MAX) {
        in.skipBytes(in.readableBytes());
        context.close();
        return;
      }
      if (in.readableBytes() >= HEADER_LENGTH + length) {
        var bytes = new byte[length];
        in.skipBytes(HEADER_LENGTH).readBytes(bytes);
        calmDown();
        if (length > 0) {
          out.add(bytes);
        }
        return;
      }
    }
    if (impatience == null && in.isReadable()) {
      impatience =
          context
              .executor()
              .schedule(() -> context.close(), frameTime.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  @Override
  protected void handlerRemoved0(ChannelHandlerContext context) {
    calmDown();
  }

  private void calmDown() {
    var waiting = impatience;
    if (waiting != null) {
      waiting.cancel(false);
      impatience = null;
    }
  }
}
