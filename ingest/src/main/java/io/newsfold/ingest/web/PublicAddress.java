package io.newsfold.ingest.web;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressNetwork.IPAddressGenerator;
import inet.ipaddr.IPAddressString;
import inet.ipaddr.ipv6.IPv6Address;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Decides which IP addresses belong to the public internet. Of IPv6, only global unicast addresses do; an IPv4 address
 * embedded in an IPv6 address counts as itself.
 */
final class PublicAddress {
    private static final List<IPAddress> PRIVATE_4 = blocks(
            "0.0.0.0/8", // this host
            "10.0.0.0/8",
            "100.64.0.0/10", // behind a carrier's NAT
            "127.0.0.0/8",
            "169.254.0.0/16", // link, and the metadata of clouds
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24", // documentation
            "192.88.99.0/24", // relays of 6to4
            "192.168.0.0/16",
            "198.18.0.0/15", // benchmarks
            "198.51.100.0/24", // documentation
            "203.0.113.0/24", // documentation
            "224.0.0.0/4", // multicast
            "240.0.0.0/4"); // reserved, broadcast

    private static final IPAddress GLOBAL_UNICAST_6 = block("2000::/3");

    private static final List<IPAddress> PRIVATE_6 = blocks(
            "2001::/23", // protocols, Teredo among them
            "2001:db8::/32", // documentation
            "3fff::/20"); // documentation

    /** An IPv6 block whose addresses embed an IPv4 address, and the bit where that begins. */
    private record Embedding(IPAddress block, int bit) {}

    private static final List<Embedding> EMBEDDINGS = List.of(
            new Embedding(block("::/96"), 96), // compatible
            new Embedding(block("::ffff:0:0/96"), 96), // mapped
            new Embedding(block("::ffff:0:0:0/96"), 96), // translated
            new Embedding(block("64:ff9b::/96"), 96), // NAT64
            new Embedding(block("2002::/16"), 16)); // 6to4

    private PublicAddress() {}

    static boolean is(InetAddress address) {
        return is(new IPAddressGenerator().from(address));
    }

    private static boolean is(IPAddress address) {
        if (address.isIPv4()) {
            return PRIVATE_4.stream().noneMatch(block -> block.contains(address));
        }
        IPv6Address six = address.toIPv6().withoutPrefixLength().removeZone();
        Optional<Embedding> embedding =
                EMBEDDINGS.stream().filter(e -> e.block().contains(six)).findFirst();
        if (embedding.isPresent()) {
            return is(six.getEmbeddedIPv4Address(embedding.get().bit() / 8));
        }
        return GLOBAL_UNICAST_6.contains(six) && PRIVATE_6.stream().noneMatch(block -> block.contains(six));
    }

    private static List<IPAddress> blocks(String... blocks) {
        return Stream.of(blocks).map(PublicAddress::block).toList();
    }

    private static IPAddress block(String block) {
        return new IPAddressString(block).getAddress();
    }
}
