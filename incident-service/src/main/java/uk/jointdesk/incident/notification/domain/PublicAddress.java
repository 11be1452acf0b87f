package uk.jointdesk.incident.notification.domain;

import java.net.Inet4Address;
import java.net.InetAddress;

/**
 * Whether an address is somebody else's on the internet. A webhook to any other would make this service knock at doors
 * behind its own firewall (server-side request forgery). The special-purpose blocks are those of the IANA registries
 * (RFC 6890).
 */
public final class PublicAddress {

    private PublicAddress() {}

    public static boolean is(InetAddress address) {
        boolean local = address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress();
        byte[] bytes = address.getAddress();
        return !local && (address instanceof Inet4Address ? isPublicV4(bytes) : isPublicV6(bytes));
    }

    private static boolean isPublicV4(byte[] bytes) {
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        boolean thisNetwork = first == 0;
        boolean sharedByCarrier = first == 100 && second >= 64 && second < 128;
        boolean protocolAssignments = first == 192 && second == 0 && bytes[2] == 0;
        boolean benchmarking = first == 198 && (second == 18 || second == 19);
        boolean reserved = first >= 240;
        return !(thisNetwork || sharedByCarrier || protocolAssignments || benchmarking || reserved);
    }

    /** Global unicast is 2000::/3; of it 6to4 (2002::/16) and Teredo (2001::/32) carry an IPv4 address inside. */
    private static boolean isPublicV6(byte[] bytes) {
        boolean globalUnicast = (bytes[0] & 0xe0) == 0x20;
        boolean sixToFour = bytes[0] == 0x20 && bytes[1] == 0x02;
        boolean teredo = bytes[0] == 0x20 && bytes[1] == 0x01 && bytes[2] == 0 && bytes[3] == 0;
        return globalUnicast && !sixToFour && !teredo;
    }
}
