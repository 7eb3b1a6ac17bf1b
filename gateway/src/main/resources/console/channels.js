/** The channels in the order in which the console lists them. */
export const CHANNELS = [
  { name: "email", title: "E-mail", icon: "EMAIL" },
  { name: "sms", title: "SMS", icon: "SMS" },
  { name: "push", title: "Push", icon: "PUSH" },
  { name: "slack", title: "Slack", icon: "SLACK" },
  { name: "crm", title: "CRM", icon: "CRM" },
  { name: "webhook", title: "Webhook", icon: "WEBHOOK" },
];

export const channelOf = (name) => CHANNELS.find((channel) => channel.name === name) ?? CHANNELS[0];
