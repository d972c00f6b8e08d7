package org.florin.authorization;

import java.time.Instant;
import org.florin.authorization.AuthorizationBatch.LockedCard;
import org.florin.authorization.AuthorizationDecision.Approved;
import org.florin.authorization.hooks.HookQuestion;
import org.florin.authorization.hooks.PartnerHook;
import org.florin.kernel.HookCallId;
import org.florin.platform.json.JsonParts;

/** Words questions to partners: the payment as it would be approved, without a card number. */
final class PartnerQuestions {

  private PartnerQuestions() {}

  static HookQuestion of(
      PartnerHook hook,
      AuthorizePurchase.Command command,
      LockedCard card,
      Approved approved,
      Instant now) {
    var id = HookCallId.create();
    var merchant = command.merchant();
    var shop =
        JsonParts.object()
            .add("id", merchant.id())
            .add("name", merchant.name())
            .add("mcc", merchant.mcc())
            .add("country", merchant.country());
    merchant.city().ifPresent(city -> shop.add("city", city));
    merchant.state().ifPresent(state -> shop.add("state", state));
    merchant.postalCode().ifPresent(code -> shop.add("postal_code", code));
    var data =
        JsonParts.object()
            .add("id", id.toString())
            .add("program", hook.productCode())
            .add("account", card.account.id.toString())
            .add("card", card.card.toString())
            .add("kind", command.kind().code())
            .add("entry_mode", command.entryMode().code())
            .add("amount", approved.approved().minor())
            .add("requested_amount", command.amount().minor())
            .add("currency", command.amount().currency().code())
            .add("partial_approval", command.partialApproval())
            .add("merchant", shop);
    command
        .network()
        .ifPresent(network -> data.add("network", JsonParts.object().add("name", network.name())));
    command.externalId().ifPresent(external -> data.add("external_id", external));
    return new HookQuestion(
        id,
        hook,
        approved.approved(),
        command.partialApproval(),
        JsonParts.object()
            .add("type", "authorization.request")
            .add("timestamp", now.toString())
            .add("data", data)
            .build()
            .toString());
  }
}
