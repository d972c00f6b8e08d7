package org.florin.routes.iso8583;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.florin.kernel.SystemTime;
import org.florin.networks.AnswerNetworkMessage;
import org.florin.networks.MessageJournal;
import org.florin.networks.NetworkAnswer;
import org.florin.networks.NetworkLink;
import org.florin.networks.NetworkMessage;
import org.florin.networks.NetworkMessageCodec;
import org.florin.networks.NetworkMessageCodec.Reading;
import org.florin.networks.SendWithdrawals;
import org.florin.networks.TakeBackApproval;
import org.florin.routes.RoutesLog;

/**
 * Between frames and messages: reads what came, has it answered, writes what goes. Runs on the
 * connections' own threads and never waits there.
 */
@ApplicationScoped
class MessageTraffic {

  private static final DateTimeFormatter TRANSMISSION_TIME =
      DateTimeFormatter.ofPattern("MMddHHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private static final String ECHO = "301";

  @Resource(lookup = "java:jboss/ee/concurrency/executor/default")
  ManagedExecutorService workers;

  @Inject NetworkMessageCodec codec;
  @Inject AnswerNetworkMessage answers;
  @Inject TakeBackApproval takeBack;
  @Inject SendWithdrawals withdrawals;
  @Inject MessageJournal journal;

  /** A frame came. */
  void receive(LinkConnection.Arrived arrived) {
    var from = arrived.from();
    var link = from.link().definition();
    switch (codec.read(link.profile(), arrived.bytes())) {
      case Reading.Malformed malformed -> refuse(from, malformed);
      case Reading.Message read -> {
        journal.received(link, from.toString(), read.message());
        if (read.message().isAnswer()) {
          hear(link, read.message());
        } else if (from.link().takeRoom()) {
          answer(arrived, read.message());
        } else {
          deliver(from, read.message(), answers.toTooMany(read.message()));
        }
      }
    }
  }

  private void answer(LinkConnection.Arrived arrived, NetworkMessage message) {
    var from = arrived.from();
    answers
        .handle(
            new AnswerNetworkMessage.Command(
                from.link().definition(), from.session(), message, arrived.at()))
        .whenComplete(
            (answer, fault) -> {
              from.link().giveRoomBack();
              if (fault == null) {
                deliver(from, message, answer);
              }
            });
  }

  /** Who can't even write a type is not speaking our language. */
  private void refuse(LinkConnection from, Reading.Malformed malformed) {
    journal.refused(
        from.link().definition(),
        from.toString(),
        "element %d at %d: %s".formatted(malformed.element(), malformed.offset(), malformed.why()));
    if (malformed.readSoFar().isEmpty()) {
      from.close();
    } else {
      deliver(from, malformed.readSoFar().get(), answers.toMalformed(malformed));
    }
  }

  private void deliver(LinkConnection to, NetworkMessage request, NetworkAnswer answer) {
    if (answer instanceof NetworkAnswer.Reply reply) {
      var link = to.link().definition();
      journal.sent(link, to.toString(), reply.message());
      to.send(
          codec.write(link.profile(), reply.message()),
          delivered -> {
            if (!delivered && reply.approved().isPresent()) {
              workers.execute(() -> undeliverable(link, request, reply));
            }
          });
    }
  }

  private void undeliverable(NetworkLink link, NetworkMessage request, NetworkAnswer.Reply reply) {
    try {
      takeBack.handle(new TakeBackApproval.Command(link, request, reply));
    } catch (RuntimeException e) {
      RoutesLog.LOG.takeBackFailed(String.valueOf(reply.approved().orElse(null)), e);
    }
  }

  /** An answer to what we sent; to an echo it only says that somebody is there. */
  private void hear(NetworkLink link, NetworkMessage answer) {
    if (answer.type().equals("0430")) {
      workers.execute(() -> withdrawals.acknowledged(link, answer));
    }
  }

  /** Asks whether somebody is there. */
  void echo(LinkConnection to) {
    send(
        to,
        NetworkMessage.ofType("0800")
            .set(7, TRANSMISSION_TIME.format(SystemTime.now()))
            .set(11, String.format(Locale.ROOT, "%06d", to.nextTrace()))
            .set(70, ECHO)
            .build());
  }

  /** Sends a message that we begin. */
  void send(LinkConnection to, NetworkMessage message) {
    var link = to.link().definition();
    journal.sent(link, to.toString(), message);
    to.send(codec.write(link.profile(), message), delivered -> {});
  }
}
