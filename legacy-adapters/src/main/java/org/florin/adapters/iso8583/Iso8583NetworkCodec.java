package org.florin.adapters.iso8583;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.stream.Collectors;
import org.florin.networks.NetworkMessage;
import org.florin.networks.NetworkMessageCodec;

/** The wire formats of all profiles. */
@ApplicationScoped
public class Iso8583NetworkCodec implements NetworkMessageCodec {

  private static final Map<String, Iso8583Codec> CODECS =
      Profiles.all().stream()
          .collect(Collectors.toUnmodifiableMap(Profile::name, Iso8583Codec::new));

  @Override
  public Reading read(String profile, byte[] frame) {
    return codec(profile).read(frame);
  }

  @Override
  public byte[] write(String profile, NetworkMessage message) {
    return codec(profile).write(message);
  }

  private static Iso8583Codec codec(String profile) {
    var codec = CODECS.get(profile);
    if (codec == null) {
      throw new IllegalArgumentException("no ISO 8583 profile is called " + profile);
    }
    return codec;
  }
}
