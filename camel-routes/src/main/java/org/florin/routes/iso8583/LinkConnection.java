package org.florin.routes.iso8583;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.timeout.IdleStateEvent;
import java.time.Instant;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.florin.kernel.SystemTime;
import org.florin.networks.LinkSession;
import org.jspecify.annotations.Nullable;

/**
 * One connection of a link: who is at the other end, whether it signed on, and whether it is still
 * there. Stops reading while the peer doesn't read.
 */
final class LinkConnection extends ChannelInboundHandlerAdapter {

  private final OpenLink link;
  private final LinkSession session = new LinkSession();
  private final AtomicInteger trace = new AtomicInteger();
  private final AtomicInteger missedEchoes = new AtomicInteger();
  private volatile @Nullable Channel channel;

  /** A frame as it came. */
  @SuppressWarnings("ArrayRecordComponent")
  record Arrived(LinkConnection from, byte[] bytes, Instant at) {

    @Override
    public String toString() {
      return bytes.length + " bytes from " + from;
    }
  }

  LinkConnection(OpenLink link) {
    this.link = link;
  }

  OpenLink link() {
    return link;
  }

  LinkSession session() {
    return session;
  }

  @Override
  public void channelActive(ChannelHandlerContext context) {
    channel = context.channel();
    if (link.admit(this)) {
      context.fireChannelActive();
    } else {
      context.close();
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    link.forget(this);
    context.fireChannelInactive();
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object bytes) {
    missedEchoes.set(0);
    context.fireChannelRead(new Arrived(this, (byte[]) bytes, SystemTime.now()));
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext context) {
    context.channel().config().setAutoRead(context.channel().isWritable());
    context.fireChannelWritabilityChanged();
  }

  /** Silence: asks whether somebody is there, unless nobody ever signed on or answers. */
  @Override
  public void userEventTriggered(ChannelHandlerContext context, Object event) {
    if (!(event instanceof IdleStateEvent)) {
      context.fireUserEventTriggered(event);
    } else if (!session.isSignedOn() || missedEchoes.incrementAndGet() > link.echoMissedMax()) {
      context.close();
    } else {
      link.echo(this);
    }
  }

  /** A broken stream is the peer's business; the connection ends and it may come again. */
  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    context.close();
  }

  /** The trace number of the next message that we begin, 1 to 999999. */
  int nextTrace() {
    return trace.updateAndGet(last -> last % 999_999 + 1);
  }

  /**
   * Sends a frame, header and content in one piece.
   *
   * @param done hears whether it was handed to the network
   */
  void send(byte[] bytes, Consumer<Boolean> done) {
    var open = channel;
    if (open == null || !open.isActive()) {
      done.accept(false);
      return;
    }
    try {
      open.eventLoop().execute(() -> write(open, bytes, done));
    } catch (RejectedExecutionException closing) {
      done.accept(false);
    }
  }

  private static void write(Channel open, byte[] bytes, Consumer<Boolean> done) {
    var frame = Unpooled.buffer(FrameDecoder.HEADER_LENGTH + bytes.length);
    frame.writeShort(bytes.length).writeBytes(bytes);
    open.writeAndFlush(frame).addListener(written -> done.accept(written.isSuccess()));
  }

  void close() {
    var open = channel;
    if (open != null) {
      open.close();
    }
  }

  /** For the journal: the peer's address. */
  @Override
  public String toString() {
    var open = channel;
    return open == null ? "new" : String.valueOf(open.remoteAddress());
  }
}
