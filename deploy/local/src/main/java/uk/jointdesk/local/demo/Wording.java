package uk.jointdesk.local.demo;

import java.util.List;
import java.util.Map;

/** What the demo tickets are about, in a service desk's words. No person is named. */
final class Wording {

    /** A title with the category it belongs to. */
    record Subject(String title, String category) {}

    /** A request from the catalogue: its code, its target in working days and how people ask for it. */
    record Offer(String code, int workingDays, Subject subject) {}

    static final List<Offer> CATALOGUE = List.of(
            new Offer("new-starter-account", 2, new Subject("Account for a new starter", "Accounts/New starter")),
            new Offer("laptop-request", 10, new Subject("Replacement laptop", "Hardware/Laptop")),
            new Offer("software-install", 5, new Subject("Install software from the catalogue", "Software/Install")),
            new Offer("mailbox-access", 1, new Subject("Access to a shared mailbox", "Email/Access")),
            new Offer("vpn-token", 3, new Subject("Token for remote access", "Network/VPN")),
            new Offer("mobile-phone", 5, new Subject("Mobile phone for field work", "Hardware/Mobile")),
            new Offer("file-share-access", 2, new Subject("Access to a team folder", "Files/Access")),
            new Offer("desk-move", 5, new Subject("Move of desk and telephone", "Hardware/Move")));

    static final List<String> APPLICATIONS = List.of(
            "Application team Housing",
            "Application team Revenues and Benefits",
            "Application team Social Care",
            "Application team Planning");

    static final List<String> QUEUES =
            List.of("Service Desk", "Desktop Support", "Network", "Server and Storage", "Telephony", "Identity");

    static final List<String> STOPPING = List.of("AWAITING_USER", "AWAITING_SUPPLIER", "AWAITING_RESOURCE");

    private static final List<Subject> MAJOR = List.of(
            new Subject("No telephone calls reach the contact centre", "Telephony/Contact centre"),
            new Subject("Office without network", "Network/LAN"),
            new Subject("Nobody can sign in", "Accounts/Sign-in"),
            new Subject("Storage array offline", "Servers/Storage"));

    private static final List<Subject> HIGH = List.of(
            new Subject("Remote access fails for a whole team", "Network/VPN"),
            new Subject("Team cannot print letters before the deadline", "Printing/Queue"),
            new Subject("Shared folder cannot be reached", "Files/Access"),
            new Subject("Reception telephones are silent", "Telephony/Handset"),
            new Subject("Email delayed by hours", "Email/Delivery"));

    private static final List<Subject> NORMAL = List.of(
            new Subject("Laptop does not start", "Hardware/Laptop"),
            new Subject("Password does not work", "Accounts/Password"),
            new Subject("Outlook keeps asking for a password", "Email/Outlook"),
            new Subject("Printer shows a paper jam that is not there", "Printing/Device"),
            new Subject("Very slow sign-in in the morning", "Accounts/Sign-in"),
            new Subject("VPN drops after some minutes", "Network/VPN"),
            new Subject("Wi-Fi weak on the third floor", "Network/Wi-Fi"),
            new Subject("Headset not recognised", "Hardware/Peripheral"),
            new Subject("Screen flickers at the docking station", "Hardware/Docking"),
            new Subject("Browser blocks a partner's site", "Software/Browser"));

    private static final Map<String, List<Subject>> INCIDENTS = Map.of("P1", MAJOR, "P2", HIGH, "P3", NORMAL);

    private Wording() {}

    static Subject incident(String priority, Chance chance) {
        return chance.oneOf(INCIDENTS.get(priority));
    }
}
