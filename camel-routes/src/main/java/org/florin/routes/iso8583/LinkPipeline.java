package org.florin.routes.iso8583;

import io.netty.channel.Channel;
import io.netty.handler.timeout.IdleStateHandler;
import java.time.Duration;
import org.apache.camel.component.netty.NettyConsumer;
import org.apache.camel.component.netty.ServerInitializerFactory;
import org.apache.camel.component.netty.handlers.ServerChannelHandler;
import org.jspecify.annotations.Nullable;

/** What a new connection passes through before its frames reach the route. */
final class LinkPipeline extends ServerInitializerFactory {

  private final OpenLink link;
  private final Duration frameTime;
  private final @Nullable NettyConsumer consumer;

  LinkPipeline(OpenLink link, Duration frameTime) {
    this(link, frameTime, null);
  }

  private LinkPipeline(OpenLink link, Duration frameTime, @Nullable NettyConsumer consumer) {
    this.link = link;
    this.frameTime = frameTime;
    this.consumer = consumer;
  }

  @Override
  public ServerInitializerFactory createPipelineFactory(NettyConsumer consumer) {
    return new LinkPipeline(link, frameTime, consumer);
  }

  @Override
  protected void initChannel(Channel channel) {
    channel
        .pipeline()
        .addLast(new IdleStateHandler((int) link.definition().echoIdle().toSeconds(), 0, 0))
        .addLast(new FrameDecoder(frameTime))
        .addLast(new LinkConnection(link))
        .addLast(new ServerChannelHandler(consumer));
  }
}
