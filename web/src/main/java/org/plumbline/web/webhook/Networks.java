package org.plumbline.web.webhook;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * To which addresses webhooks go: to public ones, and to those of one's own networks that whoever
 * runs the server named. Otherwise somebody who may register an address could have the server knock
 * at doors that only it reaches.
 *
 * @param allowed networks beside the public ones
 */
public record Networks(List<Network> allowed) {

  /** Networks of IPv4 that are nobody's to be reached from outside (IANA’s registry). */
  private static final List<Network> SPECIAL =
      networks(
          "0.0.0.0/8,10.0.0.0/8,100.64.0.0/10,127.0.0.0/8,169.254.0.0/16,172.16.0.0/12,192.0.0.0/24,"
              + "192.0.2.0/24,192.168.0.0/16,198.18.0.0/15,198.51.100.0/24,203.0.113.0/24,"
              + "224.0.0.0/3,::/3,4000::/2,8000::/1,2001::/23,2001:db8::/32,2002::/16,3fff::/20");

  /** A network: all addresses with the same first bits. */
  public record Network(List<Byte> first, int bits) {

    /** Copies the list. */
    public Network {
      first = List.copyOf(first);
    }

    boolean holds(InetAddress address) {
      byte[] bytes = address.getAddress();
      if (bytes.length != first.size()) {
        return false;
      }
      for (int bit = 0; bit < bits; bit++) {
        int mask = 0x80 >> (bit % 8);
        if ((bytes[bit / 8] & mask) != (first.get(bit / 8) & mask)) {
          return false;
        }
      }
      return true;
    }
  }

  /** Copies the list. */
  public Networks {
    allowed = List.copyOf(allowed);
  }

  /** Public addresses alone. */
  public static Networks publicOnly() {
    return new Networks(List.of());
  }

  /**
   * From the environment: {@code PLUMBLINE_WEBHOOK_NETWORKS}, such as {@code 10.20.0.0/16}, several
   * with commas.
   *
   * @throws IllegalArgumentException if it is no list of networks
   */
  public static Networks from(Map<String, String> environment) {
    String said = environment.getOrDefault("PLUMBLINE_WEBHOOK_NETWORKS", "").strip();
    return said.isEmpty() ? publicOnly() : new Networks(networks(said));
  }

  private static List<Network> networks(String said) {
    return Arrays.stream(said.split(",", -1)).map(String::strip).map(Networks::network).toList();
  }

  private static Network network(String said) {
    String[] parts = said.split("/", -1);
    if (parts.length != 2
        || !parts[0].matches("[0-9.]+|[0-9a-fA-F:]+")
        || !parts[1].matches("\\d{1,3}")) {
      throw new IllegalArgumentException(
          "PLUMBLINE_WEBHOOK_NETWORKS is a list such as 10.20.0.0/16, not " + said);
    }
    byte[] bytes = address(parts[0]).getAddress();
    int bits = Integer.parseInt(parts[1]);
    if (bits > bytes.length * 8) {
      throw new IllegalArgumentException("no network has so many bits: " + said);
    }
    Byte[] boxed = new Byte[bytes.length];
    Arrays.setAll(boxed, i -> bytes[i]);
    return new Network(List.of(boxed), bits);
  }

  private static InetAddress address(String literal) {
    try {
      return InetAddress.getByName(literal);
    } catch (UnknownHostException fault) {
      throw new IllegalArgumentException("no address: " + literal, fault);
    }
  }

  /** Whether it lies in a network that was named. */
  boolean named(InetAddress address) {
    return allowed.stream().anyMatch(network -> network.holds(address));
  }

  /** Whether webhooks go there. */
  boolean reaches(InetAddress address) {
    return named(address)
        || (SPECIAL.stream().noneMatch(network -> network.holds(address))
            && (address instanceof Inet4Address || (address.getAddress()[0] & 0xe0) == 0x20));
  }
}
