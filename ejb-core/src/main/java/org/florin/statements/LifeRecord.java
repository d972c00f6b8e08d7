package org.florin.statements;

import java.util.ArrayList;
import java.util.List;
import org.florin.kernel.AccountId;
import org.florin.ledger.Posting;
import org.florin.platform.outbox.OutboxEvent;

/** What became of accounts and is to be written. */
final class LifeRecord {

  final List<TapeRow> rows = new ArrayList<>();
  final List<Posting> postings = new ArrayList<>();
  final List<Statements.Drawn> drawn = new ArrayList<>();
  final List<OutboxEvent> events = new ArrayList<>();
  final List<AccountId> chargedOff = new ArrayList<>();

  void addAll(LifeRecord other) {
    rows.addAll(other.rows);
    postings.addAll(other.postings);
    drawn.addAll(other.drawn);
    events.addAll(other.events);
    chargedOff.addAll(other.chargedOff);
  }
}
