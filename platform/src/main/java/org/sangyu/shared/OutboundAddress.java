package org.sangyu.shared;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;

/**
 * An address that the program itself calls: a gateway, an identity provider. Set by whoever runs the installation, and
 * checked all the same, so that a slip or a foreign metadata page does not lead the program to where only it can go.
 */
public final class OutboundAddress {

    private static final List<String> THIS_MACHINE = List.of("127.0.0.1", "localhost", "[::1]");

    private OutboundAddress() {}

    /**
     * The address, if it is https (or http on this machine), names a host and nobody's password, and does not point to a
     * link-local, metadata, multicast or wildcard address.
     *
     * @param setting where it comes from, for the sentence of the refusal
     * @throws IllegalArgumentException when it may not be called
     */
    public static URI of(String address, String setting) {
        URI uri = parsed(address, setting);
        String host = uri.getHost();
        boolean here = host != null && THIS_MACHINE.contains(host);
        boolean safe = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme()) && here;
        if (!safe || host == null) {
            throw new IllegalArgumentException(setting + " is https, or on this machine: " + address);
        }
        if (uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
            throw new IllegalArgumentException(setting + " carries neither a name nor a password nor a fragment");
        }
        refuseUncallable(host, setting);
        return uri;
    }

    private static URI parsed(String address, String setting) {
        try {
            return URI.create(address);
        } catch (IllegalArgumentException malformed) {
            throw new IllegalArgumentException(setting + " is no address", malformed);
        }
    }

    /** A name that cannot be resolved now is let through: nothing can be called under it either. */
    private static void refuseUncallable(String host, String setting) {
        InetAddress[] all;
        try {
            all = InetAddress.getAllByName(host);
        } catch (UnknownHostException notNow) {
            return;
        }
        for (InetAddress one : all) {
            if (one.isLinkLocalAddress() || one.isAnyLocalAddress() || one.isMulticastAddress() || isMetadata(one)) {
                throw new IllegalArgumentException(
                        setting + " points to an address of the machine's own network: " + one.getHostAddress());
            }
        }
    }

    /** Where clouds answer a machine's questions about itself beside the link-local range. */
    private static boolean isMetadata(InetAddress address) {
        return List.of("100.100.100.200", "192.0.0.192", "fd00:ec2:0:0:0:0:0:254", "168.63.129.16")
                .contains(address.getHostAddress());
    }
}
