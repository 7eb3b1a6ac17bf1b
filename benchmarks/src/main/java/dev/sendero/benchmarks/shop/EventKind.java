package dev.sendero.benchmarks.shop;

import java.util.List;

/**
 * A name of events, and how often they happen.
 *
 * @param weight the share among all events, as a part of the sum of all weights
 */
public record EventKind(String name, EventFamily family, double weight) {

    /** The most frequent first. */
    public static final List<EventKind> ALL = List.of(
            new EventKind("Product Viewed", EventFamily.BROWSING, 24),
            new EventKind("Product List Viewed", EventFamily.SEARCH, 12),
            new EventKind("Products Searched", EventFamily.SEARCH, 8),
            new EventKind("Product Clicked", EventFamily.BROWSING, 8),
            new EventKind("Product Added", EventFamily.CART, 7),
            new EventKind("Promotion Viewed", EventFamily.VISIT, 5),
            new EventKind("Cart Viewed", EventFamily.CART, 5),
            new EventKind("Checkout Started", EventFamily.ORDER, 3),
            new EventKind("Checkout Step Viewed", EventFamily.ORDER, 3),
            new EventKind("Signed In", EventFamily.VISIT, 3),
            new EventKind("Checkout Step Completed", EventFamily.ORDER, 2.5),
            new EventKind("Order Completed", EventFamily.ORDER, 2.5),
            new EventKind("Product Removed", EventFamily.CART, 2),
            new EventKind("Payment Info Entered", EventFamily.ORDER, 2),
            new EventKind("Product Added to Wishlist", EventFamily.BROWSING, 2),
            new EventKind("Promotion Clicked", EventFamily.VISIT, 1.5),
            new EventKind("Coupon Entered", EventFamily.ORDER, 1),
            new EventKind("Coupon Applied", EventFamily.ORDER, 0.8),
            new EventKind("Product Shared", EventFamily.BROWSING, 0.6),
            new EventKind("Store Located", EventFamily.VISIT, 0.6),
            new EventKind("Gift Card Viewed", EventFamily.BROWSING, 0.6),
            new EventKind("Product Removed from Wishlist", EventFamily.BROWSING, 0.5),
            new EventKind("Wishlist Product Added to Cart", EventFamily.CART, 0.5),
            new EventKind("Product Reviewed", EventFamily.BROWSING, 0.5),
            new EventKind("Coupon Denied", EventFamily.ORDER, 0.4),
            new EventKind("Support Requested", EventFamily.VISIT, 0.4),
            new EventKind("Order Refunded", EventFamily.ORDER, 0.3),
            new EventKind("Order Cancelled", EventFamily.ORDER, 0.3),
            new EventKind("Newsletter Subscribed", EventFamily.VISIT, 0.3),
            new EventKind("Cart Shared", EventFamily.CART, 0.2));
}
