/** What the setting of a flow's error node is called: by this it is found from the node itself. */
export const errorNodeField = 'Error node';
